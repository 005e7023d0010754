package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.http.Percent;
import java.time.Instant;

/// What a rule does, and from when on.
public record Due(Action action, Instant at, String ruleId) {
    /// What there is to do.
    public enum Action {
        /// Delete the object, as a client without a version id would.
        EXPIRE_CURRENT,
        DELETE_NONCURRENT,
        REMOVE_MARKER,
        ABORT_UPLOAD
    }

    public boolean isDue(Instant now) {
        return !at.isAfter(now);
    }

    /// The value of `x-amz-expiration`. Amazon S3 API Reference, "GetObject".
    public String expirationHeader() {
        return "expiry-date=\""
                + HttpDates.http(at)
                + "\", rule-id=\""
                + Percent.encode(ruleId)
                + "\"";
    }
}
