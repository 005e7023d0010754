package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import io.dure.engines.objects.log.AccessLog;
import io.dure.engines.objects.log.LogLine;
import io.dure.engines.objects.log.LoggedBucket;
import io.dure.engines.objects.policy.ConditionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// A request and its answer, as the access log of its bucket tells of them. Amazon S3 User Guide,
/// "Amazon S3 server access log format".
final class Visit {
    private final Request request;
    private final Answer answer;
    private final Instant begin;
    private @Nullable Known known;
    private @Nullable S3Error refused;

    Visit(Request request, Answer answer, Instant begin) {
        this.request = request;
        this.answer = answer;
        this.begin = begin;
    }

    private record Known(Incoming incoming, Query query, LoggedBucket log) {}

    /// Whose request it is, once that is known, and that it is to be written down.
    void know(Incoming incoming, Query query, LoggedBucket log) {
        known = new Known(incoming, query, log);
    }

    void refused(S3Error error) {
        refused = error;
    }

    /// All is said that will be.
    void end(AccessLog log) {
        var visit = known;
        if (visit != null) {
            log.add(visit.log(), line(visit));
        }
    }

    private LogLine line(Known visit) {
        var line = new LogLine();
        addRequest(line, visit);
        addAnswer(line);
        addClient(line, visit.incoming());
        return line;
    }

    private void addRequest(LogLine line, Known visit) {
        var incoming = visit.incoming();
        line.word(visit.log().owner().id().toString())
                .word(visit.log().bucket())
                .time(begin)
                .word(Peer.address(request))
                .word(requester(incoming.sender().caller()))
                .word(answer.requestId())
                .word(LoggedOperation.of(request.getMethod(), incoming, visit.query()))
                .word(Percent.encodePath(incoming.target().key()))
                .quoted(
                        request.getMethod()
                                + " "
                                + VerbatimTargets.of(request)
                                + " "
                                + request.getConnectionMetaData().getHttpVersion().asString());
    }

    private static Optional<String> requester(Caller caller) {
        return caller instanceof Caller.Signer
                ? Optional.ofNullable(caller.requester().values().get(ConditionKey.PRINCIPAL_ARN))
                : Optional.empty();
    }

    private void addAnswer(LogLine line) {
        line.number(answer.status())
                .word(Optional.ofNullable(refused).map(S3Error::code))
                .number(answer.bytesSent())
                .word(text(answer.objectSize()))
                .word(millisUntil(System.nanoTime()))
                .word(turnAround());
    }

    /// How long the first byte took; what of it was the client's to send is not known.
    private String turnAround() {
        var first = answer.firstByteNanos();
        return hasBody() || first.isEmpty() ? "" : millisUntil(first.getAsLong());
    }

    private static String text(OptionalLong number) {
        return number.isEmpty() ? "" : Long.toString(number.getAsLong());
    }

    private boolean hasBody() {
        var headers = request.getHeaders();
        return headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0
                || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    private String millisUntil(long nanos) {
        return Long.toString(Duration.ofNanos(nanos - request.getHeadersNanoTime()).toMillis());
    }

    /// There are no access points.
    private void addClient(LogLine line, Incoming incoming) {
        var signature = incoming.sender().signature();
        var tls = Peer.tls(request);
        line.quoted(incoming.headers().text("referer"))
                .quoted(incoming.headers().text("user-agent"))
                .word(answer.header("x-amz-version-id"))
                .word(HostId.VALUE)
                .word(signature.map(_ -> "SigV4"))
                .word(tls.map(session -> session.getCipherSuite()))
                .word(
                        signature.map(claim ->
                                switch (claim.place()) {
                                    case HEADER -> "AuthHeader";
                                    case QUERY -> "QueryString";
                                    case FORM -> "HtmlForm";
                                }))
                .word(incoming.headers().text("host"))
                .word(tls.map(session -> session.getProtocol()))
                .unknown()
                .unknown();
    }
}
