package io.dure.cloud.metering;

import io.dure.cloud.metering.SumRepository.Stored;
import io.dure.cloud.storage.Accrual;
import io.dure.platform.tenancy.TenantId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// How far a bucket's bytes over time are in the sums.
///
/// @param hour the full hour until which they are
/// @param byteSeconds of the bucket until then
record Reading(TenantId tenant, UUID bucket, Instant hour, BigDecimal byteSeconds) {
    private static final Duration HOUR = Duration.ofHours(1);

    /// More than the digits of any amount, so that parts of hours that were missed are as good as
    /// exact; their sum is exact, for it is what is known at the end.
    private static final int DIGITS = 9;

    /// Where counting a bucket begins.
    static Reading first(Accrual accrual) {
        return new Reading(
                accrual.tenant(),
                accrual.bucket(),
                accrual.createdAt().truncatedTo(ChronoUnit.HOURS),
                BigDecimal.ZERO);
    }

    /// What the bucket came to in each hour from this reading to another one.
    ///
    /// Hours of which nobody read the end while the size still changed share evenly what they came
    /// to together.
    ///
    /// @param to a full hour
    List<Stored> hours(Accrual accrual, Instant to) {
        var hours = new ArrayList<Stored>();
        var before = byteSeconds;
        for (var end = hour.plus(HOUR); !end.isAfter(to); end = end.plus(HOUR)) {
            var until = until(accrual, end);
            if (until.compareTo(before) != 0) {
                hours.add(
                        new Stored(
                                tenant, end.minus(HOUR), accrual.name(), until.subtract(before)));
            }
            before = until;
        }
        return hours;
    }

    /// The reading that follows.
    Reading next(Accrual accrual, Instant to) {
        return new Reading(tenant, bucket, to, until(accrual, to));
    }

    private BigDecimal until(Accrual accrual, Instant end) {
        var known = accrual.knownSince();
        if (!end.isBefore(known)) {
            return accrual.until(end);
        }
        var growth = accrual.until(known).subtract(byteSeconds);
        return byteSeconds.add(
                growth.multiply(hours(hour, end))
                        .divide(hours(hour, known), DIGITS, RoundingMode.HALF_UP));
    }

    private static BigDecimal hours(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toHours());
    }
}
