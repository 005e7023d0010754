package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.metadata.DeleteMarker;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.policy.S3Action;
import java.util.Optional;

/// The object that a copy reads, named by the header `x-amz-copy-source`: `bucket/key`,
/// percent-encoded.
record CopySource(String bucket, String key, Optional<VersionId> version) {
    private static final int VERSION_LENGTH = "?versionId=".length();

    static CopySource of(Exchange exchange) {
        return parse(exchange.headers().text("x-amz-copy-source"));
    }

    /// @throws S3Exception InvalidArgument, KeyTooLongError
    static CopySource parse(String header) {
        var mark = header.indexOf("?versionId=");
        var version =
                mark < 0
                        ? Optional.<VersionId>empty()
                        : Optional.of(VersionId.parse(header.substring(mark + VERSION_LENGTH)));
        var path =
                Percent.decode((mark < 0 ? header : header.substring(0, mark)).replace('+', ' '));
        path = path.startsWith("/") ? path.substring(1) : path;
        var slash = path.indexOf('/');
        if (slash <= 0) {
            throw S3Exception.argument(
                    "x-amz-copy-source",
                    header,
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        return new CopySource(
                path.substring(0, slash), ObjectKeys.require(path.substring(slash + 1)), version);
    }

    /// @throws S3Exception AccessDenied, NoSuchBucket, NoSuchKey, PreconditionFailed
    StoredObject find(Exchange exchange) {
        var permissions = exchange.permissions();
        permissions.require(
                new Access(
                        version.isEmpty() ? S3Action.GET_OBJECT : S3Action.GET_OBJECT_VERSION,
                        bucket,
                        key,
                        version.map(VersionId::toString)));
        if (exchange.services().buckets().rules(exchange.namespace(), bucket).isEmpty()) {
            throw new S3Exception(S3Error.NO_SUCH_BUCKET).with("BucketName", bucket);
        }
        var found = permissions.find(bucket, key, version);
        var object = require(found, permissions);
        if (found.versioning() != Versioning.NEVER) {
            exchange.answer().header("x-amz-copy-source-version-id", object.version().toString());
        }
        Protection.requireFits(object.encryption(), Protection.ofCopySource(exchange.headers()));
        var outcome =
                Preconditions.ofCopySource(exchange.headers())
                        .evaluate(object.etag(), object.lastModified());
        if (outcome != Conditions.Outcome.PROCEED) {
            throw new S3Exception(S3Error.PRECONDITION_FAILED);
        }
        return object;
    }

    private StoredObject require(Found found, Permissions permissions) {
        return switch (found.object().orElse(null)) {
            case null ->
                    throw version.isPresent()
                            ? new S3Exception(S3Error.NO_SUCH_VERSION)
                                    .with("Key", key)
                                    .with("VersionId", version.get().toString())
                            : permissions.absence(bucket).with("Key", key);
            case StoredObject object -> object;
            case DeleteMarker _ ->
                    throw version.isEmpty()
                            ? new S3Exception(S3Error.NO_SUCH_KEY).with("Key", key)
                            : new S3Exception(
                                    S3Error.INVALID_REQUEST,
                                    "The source of a copy request may not specifically refer to a"
                                            + " delete marker by version id.");
        };
    }
}
