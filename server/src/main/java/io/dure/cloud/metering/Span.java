package io.dure.cloud.metering;

import io.dure.platform.problem.Input;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// Days whose usage is asked for.
///
/// @param from the first one (UTC)
/// @param to the last one
public record Span(LocalDate from, LocalDate to) {
    static Span of(YearMonth month) {
        return new Span(month.atDay(1), month.atEndOfMonth());
    }

    /// Notes what is wrong with it.
    ///
    /// @param by how it is to be told
    void check(Input input, By by) {
        input.date("from", from);
        input.date("to", to);
        input.expect(!to.isBefore(from), "to", "out-of-range", "The last day is before the first.");
        input.expect(
                to.toEpochDay() - from.toEpochDay() < by.longest().toDays(),
                "from",
                "out-of-range",
                "By " + by.unit() + ", there are " + by.longest().toDays() + " days at most.");
    }

    Instant begin() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The first moment that is no part of it.
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// How much of it, from a moment to another one, has passed by a third.
    static Duration passed(Instant from, Instant to, Instant by) {
        var end = by.isBefore(to) ? by : to;
        return end.isBefore(from) ? Duration.ZERO : Duration.between(from, end);
    }
}
