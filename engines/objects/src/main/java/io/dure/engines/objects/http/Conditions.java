package io.dure.engines.objects.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// The conditions of a read, or of a copy's source.
public record Conditions(
        Optional<String> ifMatch,
        Optional<String> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince) {

    /// What they come to.
    public enum Outcome {
        PROCEED,
        /// 304 for a read, 412 for a copy.
        NOT_MODIFIED,
        FAILED
    }

    /// In the order of RFC 9110 §13.2.2: an ETag silences the date of its pair.
    ///
    /// @param etag without quotes
    public Outcome evaluate(String etag, Instant lastModified) {
        var modified = HttpDates.grain(lastModified);
        if (ifMatch.isPresent()) {
            if (!names(ifMatch.get(), etag)) {
                return Outcome.FAILED;
            }
        } else if (ifUnmodifiedSince.filter(modified::isAfter).isPresent()) {
            return Outcome.FAILED;
        }
        if (ifNoneMatch.isPresent()) {
            return names(ifNoneMatch.get(), etag) ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
        }
        return ifModifiedSince.filter(since -> !modified.isAfter(since)).isPresent()
                ? Outcome.NOT_MODIFIED
                : Outcome.PROCEED;
    }

    private static boolean names(String header, String etag) {
        return Arrays.stream(header.split(",", -1))
                .map(Conditions::unquote)
                .anyMatch(named -> named.equals("*") || named.equals(etag));
    }

    /// An ETag of a header without its quotes and weakness; clients send it with and without.
    public static String unquote(String etag) {
        var text = etag.strip();
        text = text.startsWith("W/") ? text.substring(2) : text;
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
