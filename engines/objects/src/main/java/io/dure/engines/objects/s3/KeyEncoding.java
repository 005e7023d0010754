package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.http.Query;
import java.util.Optional;

/// How keys are written in listings: as they are, or as `encoding-type=url` asks, since XML cannot
/// carry every character.
enum KeyEncoding {
    PLAIN,
    URL;

    static KeyEncoding of(Query query) {
        return switch (query.text("encoding-type")) {
            case "" -> PLAIN;
            case "url" -> URL;
            default ->
                    throw S3Exception.argument(
                            "encoding-type",
                            query.text("encoding-type"),
                            "Invalid Encoding Method specified in Request");
        };
    }

    String write(String key) {
        return switch (this) {
            case PLAIN -> key;
            case URL -> Percent.encodePath(key);
        };
    }

    Optional<String> type() {
        return this == URL ? Optional.of("url") : Optional.empty();
    }
}
