package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.VersioningConfiguration;
import io.dure.engines.objects.configuration.lock.ObjectLockConfiguration;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.BucketDocument;
import java.io.IOException;

/// Whether a bucket keeps versions, and whether they can be locked.
final class BucketVersions {
    private BucketVersions() {}

    /// GetBucketVersioning.
    static void versioning(Exchange exchange) throws IOException {
        var bucket = exchange.rules().bucket();
        exchange.answer().xml(200, new VersioningConfiguration(bucket.versioning()).write());
    }

    /// PutBucketVersioning.
    static void putVersioning(Exchange exchange) throws IOException {
        var asked = VersioningConfiguration.parse(exchange.bytes());
        exchange.services()
                .buckets()
                .setVersioning(exchange.namespace(), exchange.bucket(), asked.versioning());
        exchange.answer().empty(200);
    }

    /// GetObjectLockConfiguration.
    static void lock(Exchange exchange) throws IOException {
        var rules = exchange.rules();
        if (!rules.bucket().objectLock()) {
            throw new S3Exception(S3Error.OBJECT_LOCK_CONFIGURATION_NOT_FOUND);
        }
        exchange.answer().xml(200, new ObjectLockConfiguration(rules.retention()).write());
    }

    /// PutObjectLockConfiguration.
    static void putLock(Exchange exchange) throws IOException {
        var asked = ObjectLockConfiguration.parse(exchange.bytes());
        var buckets = exchange.services().buckets();
        buckets.enableObjectLock(exchange.namespace(), exchange.bucket());
        buckets.put(
                exchange.namespace(),
                exchange.bucket(),
                BucketDocument.OBJECT_LOCK,
                asked.write().document());
        exchange.answer().empty(200);
    }
}
