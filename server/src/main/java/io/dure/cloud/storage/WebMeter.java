package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.engines.objects.usage.Usage;
import io.dure.engines.objects.usage.UsageMeter;
import io.dure.platform.tenancy.Caller;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Counts what people do with objects through the pages as if it were S3 requests, with a key of
/// the name [#KEY].
@Component
class WebMeter {
    /// No access key is called so: those have 20 characters.
    static final String KEY = "web";

    private static final int DONE = 200;
    private static final int FORBIDDEN = 403;

    private final UsageMeter meter;

    WebMeter(ObjectProvider<UsageMeter> meter) {
        this.meter = meter.getIfAvailable(UsageMeter::none);
    }

    void done(Caller caller, String bucket, RequestClass requestClass, long in, long out) {
        meter.answered(usage(caller, bucket, requestClass, DONE, Optional.empty(), in, out));
    }

    /// @param error as S3 words it
    void refused(Caller caller, String bucket, RequestClass requestClass, String error) {
        meter.answered(usage(caller, bucket, requestClass, FORBIDDEN, Optional.of(error), 0, 0));
    }

    private static Usage usage(
            Caller caller,
            String bucket,
            RequestClass requestClass,
            int status,
            Optional<String> error,
            long in,
            long out) {
        return new Usage(
                new Namespace(caller.tenant().value()),
                Optional.of(bucket),
                Optional.of(KEY),
                requestClass,
                status,
                error,
                in,
                out);
    }
}
