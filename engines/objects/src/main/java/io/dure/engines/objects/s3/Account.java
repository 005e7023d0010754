package io.dure.engines.objects.s3;

import io.dure.engines.objects.edge.PatientBodies;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.http.Target;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.engines.objects.usage.Usage;
import io.dure.engines.objects.usage.UsageMeter;
import java.util.Optional;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a request uses, and who is to account for it: nobody, until its signature holds, and nobody
/// for what a stranger was refused.
final class Account {
    private static final Logger LOG = LoggerFactory.getLogger(Account.class);

    private final UsageMeter meter;
    private final Request request;
    private final Answer answer;
    private @Nullable Caller caller;
    private String bucket = "";
    private RequestClass requestClass;
    private @Nullable S3Error refused;

    Account(UsageMeter meter, Request request, Answer answer) {
        this.meter = meter;
        this.request = request;
        this.answer = answer;
        this.requestClass = Route.requestClass(request.getMethod());
    }

    /// Who asks for what: from now on, the request is theirs.
    void open(Caller known, Target target) {
        caller = known;
        bucket = target.bucket();
    }

    void routed(Route route) {
        requestClass = route.requestClassOf(request.getMethod());
    }

    void refused(S3Error error) {
        refused = error;
    }

    /// Says what was used, once, while Jetty still knows the answer.
    void settle() {
        var known = caller;
        caller = null;
        if (known == null || (known instanceof Caller.Stranger && refused != null)) {
            return;
        }
        try {
            meter.answered(
                    new Usage(
                            known.namespace(),
                            Optional.of(bucket).filter(name -> !name.isEmpty()),
                            keyOf(known),
                            requestClass,
                            answer.status(),
                            Optional.ofNullable(refused).map(S3Error::code),
                            PatientBodies.bytesOf(request),
                            answer.bytesSent()));
        } catch (RuntimeException e) {
            LOG.error("usage.not-counted request={}", answer.requestId(), e);
        }
    }

    private static Optional<String> keyOf(Caller known) {
        return switch (known) {
            case Caller.Signer(var key) -> Optional.of(key.id());
            case Caller.Stranger _ -> Optional.empty();
        };
    }
}
