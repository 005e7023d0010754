package io.dure.engines.objects.form;

import io.dure.engines.objects.error.S3Exception;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What a part of a form says it is. RFC 7578 §4.2.
///
/// @param name of the field
/// @param fileName as browsers write it: of quotes at most with a backslash before them
record Disposition(String name, Optional<String> fileName) {
    private static final String TYPE = "form-data";

    /// @param header the value of Content-Disposition
    /// @throws S3Exception MalformedPOSTRequest
    static Disposition parse(String header) {
        var semicolon = header.indexOf(';');
        if (semicolon < 0 || !header.substring(0, semicolon).strip().equalsIgnoreCase(TYPE)) {
            throw FormFault.malformed();
        }
        var parameters = parameters(header, semicolon);
        return new Disposition(
                Optional.ofNullable(parameters.get("name")).orElseThrow(FormFault::malformed),
                Optional.ofNullable(parameters.get("filename")));
    }

    private static Map<String, String> parameters(String header, int semicolon) {
        var parameters = new HashMap<String, String>();
        var at = semicolon;
        while (at < header.length()) {
            var equals = header.indexOf('=', at);
            if (header.charAt(at) != ';' || equals < 0) {
                throw FormFault.malformed();
            }
            var name = header.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
            var end = end(header, equals + 1);
            if (parameters.put(name, value(header.substring(equals + 1, end))) != null) {
                throw FormFault.malformed();
            }
            at = end;
        }
        return parameters;
    }

    /// Where the value that begins here ends: behind its closing quote, or at a semicolon.
    private static int end(String header, int begin) {
        var quoted = false;
        var at = begin;
        for (; at < header.length() && (quoted || header.charAt(at) != ';'); at++) {
            var escaped = quoted && at > begin && header.charAt(at - 1) == '\\';
            if (header.charAt(at) == '"' && !escaped) {
                quoted = !quoted;
            }
        }
        if (quoted) {
            throw FormFault.malformed();
        }
        return at;
    }

    private static String value(String written) {
        var text = written.strip();
        var quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replace("\\\"", "\"") : text;
    }
}
