package io.dure.cloud.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.cloud.metering.SumRepository.Stored;
import io.dure.cloud.storage.Accrual;
import io.dure.platform.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How bytes over time are told apart by hours.
class ReadingTests {
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final UUID BUCKET = new UUID(2, 2);
    private static final Instant TEN = Instant.parse("2026-11-28T10:00:00Z");

    private static Instant at(int minutes) {
        return TEN.plus(Duration.ofMinutes(minutes));
    }

    /// @param bytes since the minute given after ten
    private static Accrual accrual(long bytes, int minute, long byteSeconds, long untilTheHour) {
        return new Accrual(
                TENANT,
                BUCKET,
                "bucket",
                at(-90),
                bytes,
                BigDecimal.valueOf(byteSeconds),
                BigDecimal.valueOf(untilTheHour),
                at(minute),
                false);
    }

    private static Reading reading(int minute, long byteSeconds) {
        return new Reading(TENANT, BUCKET, at(minute), BigDecimal.valueOf(byteSeconds));
    }

    private static List<Long> amounts(List<Stored> hours) {
        return hours.stream().map(hour -> hour.byteSeconds().longValueExact()).toList();
    }

    private static BigDecimal sum(List<Stored> hours) {
        return hours.stream().map(Stored::byteSeconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void anHourWithAChangeInItIsExact() {
        // 7 bytes until half past, 100 then.
        var accrual = accrual(100, 30, 7 * 1_800, 0);

        var hours = reading(0, 0).hours(accrual, at(60));

        assertThat(hours)
                .singleElement()
                .satisfies(hour -> {
                    assertThat(hour.hour()).isEqualTo(TEN);
                    assertThat(hour.byteSeconds()).isEqualByComparingTo("192600");
                });
    }

    @Test
    void aChangeAfterTheHourIsNoneOfIts() {
        // Read at a minute past eleven, when the size had changed since eleven.
        var accrual = accrual(100, 60, 7 * 3_600, 0);
        var changed = accrual(5_000, 61, 7 * 3_600 + 100 * 60, 7 * 3_600);

        assertThat(amounts(reading(0, 0).hours(changed, at(60))))
                .isEqualTo(amounts(reading(0, 0).hours(accrual, at(60))));
    }

    @Test
    void hoursOfAServerThatWasDownHaveWhatStood() {
        var accrual = accrual(100, 30, 50, 0);

        var hours = reading(0, 0).hours(accrual, at(240));

        assertThat(amounts(hours)).containsExactly(180_050L, 360_000L, 360_000L, 360_000L);
    }

    @Test
    void hoursThatNobodyReadShareWhatTheyCameTo() {
        var accrual = accrual(100, 190, 1_000, 900);

        var hours = reading(0, 0).hours(accrual, at(180));

        assertThat(hours).hasSize(3);
        assertThat(sum(hours)).isEqualByComparingTo("900");
        assertThat(reading(0, 0).next(accrual, at(180)).byteSeconds()).isEqualByComparingTo("900");
    }

    @Test
    void anEmptyBucketHasNoHours() {
        assertThat(reading(0, 0).hours(accrual(0, 0, 0, 0), at(600))).isEmpty();
    }
}
