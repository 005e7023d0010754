package io.dure.engines.objects.s3;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.Versioning;
import java.io.IOException;

/// Creates a bucket; its region is the server's, whatever the request names.
final class CreateBucket implements Operation {
    @Override
    public void handle(Exchange exchange) throws IOException {
        var name = exchange.bucket();
        if (!BucketNames.isValid(name)) {
            throw new S3Exception(S3Error.INVALID_BUCKET_NAME);
        }
        var locks =
                exchange.headers()
                        .text("x-amz-bucket-object-lock-enabled")
                        .equalsIgnoreCase("true");
        if (!exchange.hasNoDocument()) {
            exchange.document("CreateBucketConfiguration");
        }
        exchange.services()
                .buckets()
                .create(
                        exchange.namespace(),
                        new Bucket(
                                name,
                                exchange.services().clock().instant(),
                                locks ? Versioning.ENABLED : Versioning.NEVER,
                                locks));
        exchange.answer().header("location", "/" + name).empty(200);
    }
}
