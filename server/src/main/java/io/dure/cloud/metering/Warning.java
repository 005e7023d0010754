package io.dure.cloud.metering;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A mark that was crossed, and of which people were told.
///
/// @param bucket empty for all of the organisation
/// @param above whether the level still is
record Warning(String bucket, Mark mark, Instant toldAt, boolean above) {
    /// A level that goes up and down around a mark is told of once a day.
    private static final Duration QUIET = Duration.ofDays(1);

    /// Whoever writes until all is full, and goes on, is told once in this time.
    private static final Duration QUIET_WHEN_FULL = Duration.ofHours(1);

    private static final long FALLEN_PERCENT = 5;

    /// What is to be done about a level.
    enum Step {
        NOTHING,
        TELL,
        /// It rose above the mark again, of which people know.
        RISE,
        /// It fell below the mark, but not by much.
        FALL,
        /// It fell well below, so that the next time is told anew.
        FORGET
    }

    static Step step(Optional<Warning> told, long bytes, long threshold, Instant now) {
        var isAbove = bytes >= threshold;
        if (told.isEmpty()) {
            return isAbove ? Step.TELL : Step.NOTHING;
        }
        var warning = told.get();
        if (bytes < threshold - threshold / 100 * FALLEN_PERCENT) {
            return Step.FORGET;
        }
        if (isAbove == warning.above()) {
            return Step.NOTHING;
        }
        if (!isAbove) {
            return Step.FALL;
        }
        return warning.isOlderThan(QUIET, now) ? Step.TELL : Step.RISE;
    }

    /// What is to be done about a refusal.
    static Step ofRefusal(Optional<Warning> told, Instant now) {
        return told.filter(warning -> !warning.isOlderThan(QUIET_WHEN_FULL, now)).isPresent()
                ? Step.NOTHING
                : Step.TELL;
    }

    private boolean isOlderThan(Duration time, Instant now) {
        return !toldAt.plus(time).isAfter(now);
    }
}
