package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.Precondition;

/// The conditions that a request's headers set.
final class Preconditions {
    private Preconditions() {}

    /// Of a write: If-Match with an ETag, or If-None-Match with `*`.
    static Precondition ofWrite(Headers headers) {
        var match = headers.find("if-match");
        var noneMatch = headers.find("if-none-match");
        if (match.isPresent() && noneMatch.isPresent()) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        if (noneMatch.isPresent()) {
            if (!noneMatch.get().equals("*")) {
                throw new S3Exception(S3Error.NOT_IMPLEMENTED).with("Header", "If-None-Match");
            }
            return new Precondition.Absent();
        }
        return match.<Precondition>map(etag -> new Precondition.Matches(Conditions.unquote(etag)))
                .orElseGet(Precondition.None::new);
    }

    static Conditions ofRead(Headers headers) {
        return conditions(headers, "");
    }

    static Conditions ofCopySource(Headers headers) {
        return conditions(headers, "x-amz-copy-source-");
    }

    private static Conditions conditions(Headers headers, String prefix) {
        return new Conditions(
                headers.find(prefix + "if-match"),
                headers.find(prefix + "if-none-match"),
                headers.find(prefix + "if-modified-since").flatMap(HttpDates::parse),
                headers.find(prefix + "if-unmodified-since").flatMap(HttpDates::parse));
    }
}
