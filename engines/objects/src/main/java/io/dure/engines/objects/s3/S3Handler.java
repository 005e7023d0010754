package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.edge.TooSlowException;
import io.dure.engines.objects.error.FullDisk;
import io.dure.engines.objects.error.Overload;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.events.ObjectEvents;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.log.AccessLog;
import io.dure.engines.objects.log.LoggedBucket;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.sigv4.ChunkedBody;
import io.dure.engines.objects.sigv4.PayloadKind;
import io.dure.engines.objects.usage.UsageMeter;
import io.dure.engines.objects.xml.XmlWriter;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a request from Jetty, on a virtual thread of its own: who sent it, what it means, whether
/// that is allowed, then the operation; and words every error.
public final class S3Handler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(S3Handler.class);

    /// Chunks' lines are read byte by byte.
    private static final int FRAME_BUFFER_BYTES = 16 * 1024;

    private final Services services;
    private final Authentication authentication;
    private final CrossOrigin origins;
    private final FormUploads forms;
    private final AccessLog accessLog;
    private final List<String> domains;
    private final UsageMeter meter;

    /// @param domains that virtual hosts lie below, lower case
    public S3Handler(
            Metadata metadata,
            Bodies bodies,
            Credentials credentials,
            ObjectEvents events,
            InstantSource clock,
            String region,
            List<String> domains,
            UsageMeter meter) {
        var buckets = new Buckets(metadata, clock);
        this.services =
                new Services(
                        metadata,
                        buckets,
                        bodies,
                        new Notifications(metadata, events, clock, region),
                        clock,
                        region);
        this.authentication = new Authentication(credentials, clock);
        this.origins = new CrossOrigin(buckets, credentials);
        this.accessLog = new AccessLog(metadata, buckets, bodies, clock);
        this.forms = new FormUploads(authentication, origins, clock);
        this.domains = List.copyOf(domains);
        this.meter = meter;
    }

    /// The bucket was changed by other means than a request.
    public void forget(Namespace namespace, String bucket) {
        services.metadata().forget(namespace, bucket);
        services.buckets().forget(namespace, bucket);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var answer = new Answer(response, requestId(), request.getMethod().equals("HEAD"));
        var account = new Account(meter, request, answer);
        var visit = new Visit(request, answer, services.clock().instant());
        var end =
                Callback.from(
                        () -> {
                            account.settle();
                            visit.end(accessLog);
                        },
                        callback);
        try {
            serve(request, answer, account, visit);
            end.succeeded();
        } catch (IOException | RuntimeException e) {
            var refusal = refusal(e, answer.requestId());
            visit.refused(refusal.error());
            if (answer.isCommitted()) {
                // Half an answer is out: cutting the connection is the only way left to say no.
                end.failed(new CutShortException(e));
            } else {
                account.refused(refusal.error());
                refuse(request, answer, refusal, end);
            }
        }
        return true;
    }

    @Override
    protected void doStart() throws Exception {
        accessLog.start();
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        accessLog.close();
    }

    private void serve(Request request, Answer answer, Account account, Visit visit)
            throws IOException {
        var headers = new Headers(request.getHeaders());
        var uri = VerbatimTargets.of(request);
        var mark = uri.indexOf('?');
        var path = mark < 0 ? uri : uri.substring(0, mark);
        var query = Query.parse(mark < 0 ? "" : uri.substring(mark + 1));
        var target = Target.parse(headers.text("host"), path, domains);
        if (request.getMethod().equals("OPTIONS")) {
            origins.preflight(target, query, headers, answer);
            return;
        }
        origins.mark(request.getMethod(), target, query, headers, answer);
        var incoming =
                Routes.isForm(request.getMethod(), target, query, headers)
                        ? forms.open(request, path, target, query, headers, answer)
                        : open(request, path, target, query, headers, account);
        account.open(incoming.sender().caller(), incoming.target());
        account.routed(incoming.route());
        logged(incoming).ifPresent(log -> visit.know(incoming, query, log));
        var permissions = permissions(incoming, request, query);
        incoming.route()
                .actions()
                .forEach(
                        action -> permissions.require(Access.of(action, incoming.target(), query)));
        incoming.route()
                .operation()
                .handle(
                        new Exchange(
                                services,
                                incoming.headers(),
                                incoming.target(),
                                query,
                                incoming.sender().caller(),
                                permissions,
                                incoming.payload(),
                                answer));
    }

    private Incoming open(
            Request request,
            String path,
            Target target,
            Query query,
            Headers headers,
            Account account) {
        var sender =
                authentication.authenticate(
                        request.getMethod(), path, query, headers, target.namespaceLabel());
        // Before it is clear what is wanted: who signs what there is not accounts for it, too.
        account.open(sender.caller(), target);
        var route = Routes.find(request.getMethod(), target, query, headers);
        var payload = payload(Content.Source.asInputStream(request), sender, headers);
        return new Incoming(sender, route, target, headers, payload);
    }

    /// Where the request is written down, if it is: the bucket is asked before the operation can
    /// delete it.
    private Optional<LoggedBucket> logged(Incoming incoming) {
        var bucket = incoming.target().bucket();
        var owner = incoming.sender().caller().namespace();
        return bucket.isEmpty()
                ? Optional.empty()
                : services.buckets()
                        .rules(owner, bucket)
                        .flatMap(BucketRules::logging)
                        .map(target -> new LoggedBucket(owner, bucket, target));
    }

    private Permissions permissions(Incoming incoming, Request request, Query query) {
        return new Permissions(
                incoming.sender().caller(),
                services.buckets(),
                services.metadata(),
                new RequestConditions(
                        request,
                        incoming.headers(),
                        query,
                        incoming.route().actions(),
                        incoming.sender().signature(),
                        Optional.empty(),
                        services.clock()));
    }

    private Payload payload(InputStream bytes, Authentication.Sender sender, Headers headers) {
        var declared = Declared.parse(headers, sender.payload());
        if (sender.payload() instanceof PayloadKind.Chunked) {
            var chunked =
                    new ChunkedBody(
                            new BufferedInputStream(bytes, FRAME_BUFFER_BYTES), sender.chunks());
            return new Payload(chunked, Optional.of(chunked), declared);
        }
        return new Payload(bytes, Optional.empty(), declared);
    }

    private static String requestId() {
        return HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    private void refuse(Request request, Answer answer, S3Exception refusal, Callback callback) {
        try {
            answer.reset();
            if (!request.consumeAvailable()) {
                // The rest of the body would be taken for the next request.
                answer.header(HttpHeader.CONNECTION.asString(), "close");
            }
            write(request, answer, refusal);
            callback.succeeded();
        } catch (IOException | RuntimeException e) {
            callback.failed(new CutShortException(e));
        }
    }

    private static S3Exception refusal(Exception failure, String requestId) {
        return switch (failure) {
            case S3Exception known -> known;
            case EOFException _ -> new S3Exception(S3Error.INCOMPLETE_BODY);
            case TooSlowException _ -> new S3Exception(S3Error.REQUEST_TIMEOUT);
            case Exception full when FullDisk.isMeantBy(full) -> {
                LOG.error("disk.full request={}", requestId);
                yield new S3Exception(S3Error.INSUFFICIENT_STORAGE);
            }
            case Exception busy when Overload.isMeantBy(busy) -> {
                LOG.error("s3.overloaded request={} reason={}", requestId, Overload.reason(busy));
                yield new S3Exception(S3Error.SERVICE_UNAVAILABLE);
            }
            default -> {
                LOG.error("s3.failed request={}", requestId, failure);
                yield new S3Exception(S3Error.INTERNAL_ERROR);
            }
        };
    }

    private void write(Request request, Answer answer, S3Exception refusal) throws IOException {
        var error = refusal.error();
        if (error == S3Error.NOT_MODIFIED) {
            answer.empty(error.status());
            return;
        }
        var document =
                XmlWriter.plain("Error")
                        .text("Code", error.code())
                        .text("Message", refusal.message());
        fields(request, refusal).forEach(document::text);
        answer.xml(
                error.status(),
                document.text("RequestId", answer.requestId()).text("HostId", HostId.VALUE));
    }

    /// A request that could not even be read has nothing to add.
    private Map<String, String> fields(Request request, S3Exception refusal) {
        try {
            var headers = new Headers(request.getHeaders());
            var uri = VerbatimTargets.of(request);
            var mark = uri.indexOf('?');
            return ErrorFields.of(
                    refusal,
                    request.getMethod(),
                    Target.parse(
                            headers.text("host"), mark < 0 ? uri : uri.substring(0, mark), domains),
                    Query.parse(mark < 0 ? "" : uri.substring(mark + 1)),
                    headers);
        } catch (S3Exception e) {
            return refusal.fields();
        }
    }
}
