package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Ends bodies that come too slowly. A pause within a body is bounded by the connection's idle
/// timeout; this bounds the trickle.
final class Pace {
    private final InstantSource clock;
    private final Instant begin;

    Pace(InstantSource clock) {
        this.clock = clock;
        this.begin = clock.instant();
    }

    /// @param size bytes that came so far
    /// @throws S3Exception RequestTimeout
    void require(long size) {
        var taken = Duration.between(begin, clock.instant());
        var allowed = Limits.BODY_GRACE.plusSeconds(size / Limits.SLOWEST_BYTES_PER_SECOND);
        if (taken.compareTo(allowed) > 0) {
            throw new S3Exception(S3Error.REQUEST_TIMEOUT);
        }
    }
}
