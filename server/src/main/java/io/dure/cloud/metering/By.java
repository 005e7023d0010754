package io.dure.cloud.metering;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How long the intervals are that usage is told by: hours, days and months of UTC, as clouds bill.
public enum By {
    HOUR(Duration.ofDays(31)),
    DAY(Duration.ofDays(400)),
    MONTH(Duration.ofDays(3_660));

    private final Duration longest;

    By(Duration longest) {
        this.longest = longest;
    }

    /// The longest span that is told by these at once.
    public Duration longest() {
        return longest;
    }

    /// As PostgreSQL calls it.
    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The interval that a moment lies in begins then.
    Instant begin(Instant moment) {
        var day = moment.truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
        return switch (this) {
            case HOUR -> moment.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.toInstant();
            case MONTH -> day.withDayOfMonth(1).toInstant();
        };
    }

    /// The begin of the interval that follows.
    Instant next(Instant begin) {
        var at = begin.atOffset(ZoneOffset.UTC);
        return switch (this) {
            case HOUR -> at.plusHours(1).toInstant();
            case DAY -> at.plusDays(1).toInstant();
            case MONTH -> at.plusMonths(1).toInstant();
        };
    }
}
