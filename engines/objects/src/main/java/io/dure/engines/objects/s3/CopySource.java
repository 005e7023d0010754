package io.dure.engines.objects.s3;

import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.Conditions;
import io.dure.engines.objects.http.Percent;
import io.dure.engines.objects.metadata.StoredObject;

/// The object that a copy reads, named by the header `x-amz-copy-source`: `bucket/key`,
/// percent-encoded.
record CopySource(String bucket, String key) {
    static CopySource of(Exchange exchange) {
        var header = exchange.headers().text("x-amz-copy-source");
        if (header.contains("?versionId=")) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        var path = Percent.decode(header.replace('+', ' '));
        path = path.startsWith("/") ? path.substring(1) : path;
        var slash = path.indexOf('/');
        if (slash <= 0) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT,
                    "Copy Source must mention the source bucket and key: sourcebucket/sourcekey");
        }
        return new CopySource(
                path.substring(0, slash), ObjectKeys.require(path.substring(slash + 1)));
    }

    /// @throws S3Exception AccessDenied, NoSuchBucket, NoSuchKey, PreconditionFailed
    StoredObject find(Exchange exchange) {
        if (!exchange.key().allows(Right.READ, bucket)) {
            throw new S3Exception(S3Error.ACCESS_DENIED);
        }
        var object =
                exchange.services()
                        .metadata()
                        .object(exchange.namespace(), bucket, key)
                        .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_KEY));
        var outcome =
                Preconditions.ofCopySource(exchange.headers())
                        .evaluate(object.etag(), object.lastModified());
        if (outcome != Conditions.Outcome.PROCEED) {
            throw new S3Exception(S3Error.PRECONDITION_FAILED);
        }
        return object;
    }
}
