package io.dure.engines.objects.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as HTTP and S3 write them.
public final class HttpDates {
    /// Written and read digit by digit: each request has one of both, and a formatter takes as long
    /// as its signature.
    private static final List<String> DAYS =
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private static final List<String> MONTHS =
            List.of(
                    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                    "Dec");
    private static final int HTTP_LENGTH = 29;
    private static final Pattern BASIC_FORM = Pattern.compile("\\d{8}T\\d{6}Z");
    private static final DateTimeFormatter XML =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

    private HttpDates() {}

    /// IMF-fixdate. RFC 9110 §5.6.7.
    public static String http(Instant time) {
        var at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        var text = new StringBuilder(HTTP_LENGTH);
        text.append(DAYS.get(at.getDayOfWeek().getValue() - 1)).append(", ");
        digits(text, at.getDayOfMonth(), 2).append(' ');
        text.append(MONTHS.get(at.getMonthValue() - 1)).append(' ');
        digits(text, at.getYear(), 4).append(' ');
        digits(text, at.getHour(), 2).append(':');
        digits(text, at.getMinute(), 2).append(':');
        return digits(text, at.getSecond(), 2).append(" GMT").toString();
    }

    private static StringBuilder digits(StringBuilder into, int number, int count) {
        var text = Integer.toString(number);
        return into.repeat('0', Math.max(0, count - text.length())).append(text);
    }

    /// With milliseconds, as S3's XML has them.
    public static String xml(Instant time) {
        return XML.format(time);
    }

    /// ISO 8601 basic format, as signatures have it.
    public static String basic(Instant time) {
        return BASIC.format(time);
    }

    /// @return empty if it is no IMF-fixdate, for a condition is then ignored (RFC 9110 §13.1.3)
    public static Optional<Instant> parse(String text) {
        return read(DateTimeFormatter.RFC_1123_DATE_TIME, text);
    }

    public static Optional<Instant> parseBasic(String text) {
        var stripped = text.strip();
        if (!BASIC_FORM.matcher(stripped).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDateTime.of(
                                    number(stripped, 0, 4),
                                    number(stripped, 4, 6),
                                    number(stripped, 6, 8),
                                    number(stripped, 9, 11),
                                    number(stripped, 11, 13),
                                    number(stripped, 13, 15))
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }

    /// A date and time with its offset as S3's XML has it, or a date alone, which means its
    /// midnight in UTC. ISO 8601.
    ///
    /// @return empty as well for a year outside 1 to 9999
    public static Optional<Instant> parseXml(String text) {
        return read(DateTimeFormatter.ISO_OFFSET_DATE_TIME, text)
                .or(() -> midnight(text))
                .filter(time -> !time.isBefore(YEAR_1) && time.isBefore(YEAR_10000));
    }

    private static Optional<Instant> midnight(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// To whole seconds, the grain of HTTP's dates.
    public static Instant grain(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<Instant> read(DateTimeFormatter format, String text) {
        try {
            return Optional.of(Instant.from(format.parse(text.strip())));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
