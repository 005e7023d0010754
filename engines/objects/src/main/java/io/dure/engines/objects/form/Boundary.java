package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands between the parts of a form. RFC 2046 §5.1.1.
final class Boundary {
    /// Without quotes browsers write no characters that would need them.
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "multipart/form-data\\s*;(?:.*;)?\\s*boundary=(?:\"([^\"]*)\"|([^\\s;\"]+))\\s*(?:;.*)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern SYNTAX =
            Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");

    /// Longer than any of a browser; the pattern would take its time with much more.
    private static final int LONGEST_TYPE = 512;

    private Boundary() {}

    /// @param contentType of the body
    /// @return the line break before it, its dashes, and it
    /// @throws S3Exception MalformedPOSTRequest
    static byte[] delimiter(String contentType) {
        return Optional.of(contentType.strip())
                .filter(type -> type.length() <= LONGEST_TYPE)
                .map(PARAMETER::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .filter(boundary -> SYNTAX.matcher(boundary).matches())
                .map(boundary -> ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII))
                .orElseThrow(FormFault::malformed);
    }
}
