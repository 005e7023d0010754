package io.dure.engines.objects.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// Dates as HTTP and S3 write them.
public final class HttpDates {
    private static final DateTimeFormatter HTTP =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
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
        return HTTP.format(time);
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
        return read(BASIC, text);
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
