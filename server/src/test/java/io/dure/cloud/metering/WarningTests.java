package io.dure.cloud.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.cloud.metering.Mark.Threshold;
import io.dure.cloud.metering.Warning.Step;
import io.dure.cloud.storage.Level;
import io.dure.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// When people are told that a level has crossed a mark.
class WarningTests {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final long MARK = 1_000;

    private static Optional<Warning> told(Duration ago, boolean above) {
        return Optional.of(new Warning("", Mark.NEAR, NOW.minus(ago), above));
    }

    private static Step step(Optional<Warning> told, long bytes) {
        return Warning.step(told, bytes, MARK, NOW);
    }

    @Test
    void whoeverCrossesIsToldOnce() {
        assertThat(step(Optional.empty(), 999)).isEqualTo(Step.NOTHING);
        assertThat(step(Optional.empty(), 1_000)).isEqualTo(Step.TELL);
        assertThat(step(told(Duration.ofMinutes(1), true), 5_000)).isEqualTo(Step.NOTHING);
        assertThat(step(told(Duration.ofDays(90), true), 5_000)).isEqualTo(Step.NOTHING);
    }

    @Test
    void whoGoesUpAndDownIsToldOnceADay() {
        assertThat(step(told(Duration.ofHours(1), true), 999)).isEqualTo(Step.FALL);
        assertThat(step(told(Duration.ofHours(1), false), 1_000)).isEqualTo(Step.RISE);
        assertThat(step(told(Duration.ofDays(1), false), 1_000)).isEqualTo(Step.TELL);
    }

    @Test
    void whoFellWellBelowIsToldAnew() {
        assertThat(step(told(Duration.ofHours(1), true), 950)).isEqualTo(Step.FALL);
        assertThat(step(told(Duration.ofHours(1), true), 949)).isEqualTo(Step.FORGET);
    }

    @Test
    void refusalsAreToldOfOnceAnHour() {
        assertThat(Warning.ofRefusal(Optional.empty(), NOW)).isEqualTo(Step.TELL);
        assertThat(Warning.ofRefusal(told(Duration.ofMinutes(59), true), NOW))
                .isEqualTo(Step.NOTHING);
        assertThat(Warning.ofRefusal(told(Duration.ofMinutes(60), true), NOW)).isEqualTo(Step.TELL);
    }

    @Test
    void aLevelHasMarksAtPartsOfItsQuotaAndAtItsSoftQuota() {
        var level =
                new Level(
                        new TenantId(new UUID(1, 1)),
                        Optional.of("films"),
                        0,
                        Optional.of(10L),
                        Optional.of(5L));

        assertThat(Mark.of(level, 10))
                .containsExactly(
                        new Threshold(Mark.SOFT, 5),
                        new Threshold(Mark.NEAR, 8),
                        new Threshold(Mark.NEARLY, 10));
        assertThat(Mark.of(level, Long.MAX_VALUE).getLast().bytes())
                .isEqualTo(8_762_203_435_012_037_017L);
        assertThat(Mark.of(level, 0)).containsExactly(new Threshold(Mark.SOFT, 5));
    }
}
