package io.dure.engines.objects.s3;

import io.dure.engines.objects.http.Query;
import java.util.Map;

/// Headers of an answer that a signed URL may replace, so that a link can name the file it saves
/// to.
final class Overrides {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "response-content-type", "content-type",
                    "response-content-language", "content-language",
                    "response-expires", "expires",
                    "response-cache-control", "cache-control",
                    "response-content-disposition", "content-disposition",
                    "response-content-encoding", "content-encoding");

    private Overrides() {}

    static void write(Query query, Answer answer) {
        if (query.parameters().isEmpty()) {
            return;
        }
        HEADERS.forEach((parameter, header) ->
                query.find(parameter)
                        .filter(Overrides::isHeaderValue)
                        .ifPresent(value -> answer.header(header, value)));
    }

    /// Control characters would end the header.
    private static boolean isHeaderValue(String value) {
        return value.chars().noneMatch(Character::isISOControl);
    }
}
