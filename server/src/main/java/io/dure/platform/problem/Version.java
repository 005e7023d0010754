package io.dure.platform.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of an editable thing as HTTP carries it: `ETag: "7"`, `If-Match: "7"`. RFC 9110
/// §8.8.3, §13.1.1.
public final class Version {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private Version() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /// @param ifMatch the header, which every change must bring along
    /// @throws InvalidInputException if it is missing or none of our versions
    public static long of(@Nullable String ifMatch) {
        var matcher = ETAG.matcher(ifMatch == null ? "" : ifMatch.strip());
        if (!matcher.matches()) {
            throw new InvalidInputException(
                    "If-Match", "missing", "Send the version you saw as If-Match: \"7\".");
        }
        return Long.parseLong(matcher.group(1));
    }
}
