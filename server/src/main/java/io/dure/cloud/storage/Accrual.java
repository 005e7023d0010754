package io.dure.cloud.storage;

import io.dure.platform.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// What storing in a bucket came to over time: bytes times the seconds for which they were held,
/// parts of unfinished uploads included.
///
/// @param bytes that it holds since `countedAt`; none if it is gone
/// @param byteSeconds until `countedAt`
/// @param hourByteSeconds until the full hour before `countedAt`
/// @param countedAt when its size last changed, or it was deleted
public record Accrual(
        TenantId tenant,
        UUID bucket,
        String name,
        Instant createdAt,
        long bytes,
        BigDecimal byteSeconds,
        BigDecimal hourByteSeconds,
        Instant countedAt,
        boolean isGone) {

    /// The first full hour (UTC) from which on every full hour's amount is known exactly.
    public Instant knownSince() {
        return countedAt.truncatedTo(ChronoUnit.HOURS);
    }

    /// The amount until a full hour, as long as the size does not change until then.
    ///
    /// @param hour not before [#knownSince]
    public BigDecimal until(Instant hour) {
        if (hour.isBefore(countedAt)) {
            if (hour.isBefore(knownSince())) {
                throw new IllegalArgumentException(hour + " lies before " + knownSince());
            }
            return hourByteSeconds;
        }
        return byteSeconds.add(
                seconds(Duration.between(countedAt, hour)).multiply(BigDecimal.valueOf(bytes)));
    }

    private static BigDecimal seconds(Duration span) {
        return BigDecimal.valueOf(span.getSeconds()).add(BigDecimal.valueOf(span.getNano(), 9));
    }
}
