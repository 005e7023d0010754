package io.dure.engines.objects.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// What the operators of numbers, dates and addresses ask. A request's value that is none does not
/// match.
final class Amounts {
    /// Bounded, for the cost of comparing exponents has no bound.
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("-?\\d{1,11}");

    private Amounts() {}

    /// @param holds of the comparison of the request's value with the policy's
    static Operand number(String text, IntPredicate holds) {
        var bound = number(text).orElseThrow(PolicyFault.NUMBER::exception);
        return (actual, _) ->
                number(actual).filter(value -> holds.test(value.compareTo(bound))).isPresent();
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /// @param holds of the comparison of the request's value with the policy's
    static Operand date(String text, IntPredicate holds) {
        var bound = instant(text).orElseThrow(PolicyFault.DATE::exception);
        return (actual, _) ->
                instant(actual).filter(value -> holds.test(value.compareTo(bound))).isPresent();
    }

    /// The forms of ISO 8601 that W3C's NOTE-datetime has, or seconds since 1970; four digits are a
    /// year.
    private static Optional<Instant> instant(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                return Optional.of(startOf(Year.parse(text).atDay(1)));
            }
            if (MONTH.matcher(text).matches()) {
                return Optional.of(startOf(YearMonth.parse(text).atDay(1)));
            }
            if (DAY.matcher(text).matches()) {
                return Optional.of(startOf(LocalDate.parse(text)));
            }
            return Optional.of(
                    EPOCH_SECONDS.matcher(text).matches()
                            ? Instant.ofEpochSecond(Long.parseLong(text))
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static Operand network(String text) {
        var network = Cidr.parse(text).orElseThrow(PolicyFault.ADDRESS::exception);
        return (actual, _) -> Cidr.address(actual).filter(network::contains).isPresent();
    }
}
