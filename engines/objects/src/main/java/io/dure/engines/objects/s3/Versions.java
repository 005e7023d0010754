package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.HttpDates;
import io.dure.engines.objects.metadata.DeleteMarker;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.ObjectVersion;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import java.util.Optional;

/// Versions as requests name them and answers tell of them.
final class Versions {
    private static final String ID = "x-amz-version-id";

    private Versions() {}

    /// @return empty for the current version
    /// @throws S3Exception InvalidArgument
    static Optional<VersionId> named(Exchange exchange) {
        if (!exchange.query().has("versionId")) {
            return Optional.empty();
        }
        var text = exchange.query().text("versionId");
        if (text.isEmpty()) {
            throw S3Exception.argument("versionId", text, "Version id cannot be the empty string");
        }
        return Optional.of(VersionId.parse(text));
    }

    /// The version that the request names, or the current one.
    ///
    /// @throws S3Exception NoSuchKey, NoSuchVersion, MethodNotAllowed (it is a marker); a marker is
    ///   then told of in the answer; AccessDenied
    static StoredObject find(Exchange exchange) {
        var named = named(exchange);
        var found = exchange.permissions().find(exchange.bucket(), exchange.objectKey(), named);
        var object = require(found, named, exchange);
        write(found.versioning(), object.version(), exchange.answer());
        return object;
    }

    private static StoredObject require(Found found, Optional<VersionId> named, Exchange exchange) {
        return switch (found.object().orElse(null)) {
            case null ->
                    throw named.isPresent()
                            ? new S3Exception(S3Error.NO_SUCH_VERSION)
                            : exchange.permissions().absence(exchange.bucket());
            case StoredObject object -> object;
            case DeleteMarker marker -> throw deleted(marker, named, exchange);
        };
    }

    private static S3Exception deleted(
            ObjectVersion marker, Optional<VersionId> named, Exchange exchange) {
        exchange.answer().lasting("x-amz-delete-marker", "true");
        exchange.answer().lasting(ID, marker.version().toString());
        if (named.isPresent()) {
            exchange.answer().lasting("allow", "DELETE");
            exchange.answer().lasting("last-modified", HttpDates.http(marker.lastModified()));
        }
        return named.isPresent()
                ? new S3Exception(S3Error.METHOD_NOT_ALLOWED).with("ResourceType", "DeleteMarker")
                : exchange.permissions().absence(exchange.bucket());
    }

    /// A bucket that never had versions does not speak of them.
    static void write(Versioning versioning, VersionId version, Answer answer) {
        if (versioning != Versioning.NEVER) {
            answer.header(ID, version.toString());
        }
    }
}
