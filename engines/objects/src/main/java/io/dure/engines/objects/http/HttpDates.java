package io.dure.engines.objects.http;

import java.time.DateTimeException;
import java.time.Instant;
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
