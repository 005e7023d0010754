package io.dure.engines.objects.log;

import io.dure.engines.objects.http.Percent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A line of an access log, written field by field: a field that is not known is a dash. Nothing
/// that a client sends can end a field or a line. Amazon S3 User Guide, "Amazon S3 server access
/// log format".
public final class LogLine {
    private static final String UNKNOWN = "-";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss '+0000]'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final StringBuilder text = new StringBuilder(512);

    public LogLine time(Instant time) {
        return add(TIME.format(time));
    }

    public LogLine word(String word) {
        return add(word.isEmpty() ? UNKNOWN : safe(word, ' '));
    }

    public LogLine word(Optional<String> word) {
        return word(word.orElse(""));
    }

    /// A number that is not known where it is 0.
    public LogLine number(long number) {
        return add(number == 0 ? UNKNOWN : Long.toString(number));
    }

    public LogLine unknown() {
        return add(UNKNOWN);
    }

    public LogLine quoted(String words) {
        return add("\"" + (words.isEmpty() ? UNKNOWN : safe(words, '"')) + "\"");
    }

    private LogLine add(String field) {
        text.append(text.isEmpty() ? "" : " ").append(field);
        return this;
    }

    private static String safe(String field, char end) {
        var safe = new StringBuilder(field.length());
        for (var at = 0; at < field.length(); at++) {
            var letter = field.charAt(at);
            if (letter >= ' ' && letter < 0x7f && letter != '"' && letter != end) {
                safe.append(letter);
            } else {
                safe.append(escaped(letter));
            }
        }
        return safe.toString();
    }

    /// Headers are bytes, read as ISO 8859-1.
    private static String escaped(char letter) {
        return letter <= 0xff
                ? "%" + HEX.toHexDigits((byte) letter)
                : Percent.encode(String.valueOf(letter));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
