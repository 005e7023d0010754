package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.VersioningConfiguration;
import io.dure.engines.objects.configuration.lock.ObjectLockConfiguration;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.BucketDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Whether a bucket keeps versions, and whether they can be locked.
final class BucketVersions {
    private BucketVersions() {}

    /// GetBucketVersioning.
    static void versioning(Exchange exchange) throws IOException {
        var bucket = exchange.services().metadata().bucket(exchange.namespace(), exchange.bucket());
        exchange.answer().xml(200, new VersioningConfiguration(bucket.versioning()).write());
    }

    /// PutBucketVersioning.
    static void putVersioning(Exchange exchange) throws IOException {
        var asked = VersioningConfiguration.parse(exchange.bytes());
        exchange.services()
                .metadata()
                .setVersioning(exchange.namespace(), exchange.bucket(), asked.versioning());
        exchange.answer().empty(200);
    }

    /// GetObjectLockConfiguration.
    static void lock(Exchange exchange) throws IOException {
        var configured =
                exchange.services().metadata().configured(exchange.namespace(), exchange.bucket());
        if (!configured.bucket().objectLock()) {
            throw new S3Exception(S3Error.OBJECT_LOCK_CONFIGURATION_NOT_FOUND);
        }
        var lock =
                configured
                        .document(BucketDocument.OBJECT_LOCK)
                        .map(BucketVersions::parse)
                        .orElseGet(() -> new ObjectLockConfiguration(Optional.empty()));
        exchange.answer().xml(200, lock.write());
    }

    static ObjectLockConfiguration parse(String text) {
        return ObjectLockConfiguration.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /// PutObjectLockConfiguration.
    static void putLock(Exchange exchange) throws IOException {
        var asked = ObjectLockConfiguration.parse(exchange.bytes());
        var metadata = exchange.services().metadata();
        metadata.enableObjectLock(exchange.namespace(), exchange.bucket());
        metadata.putDocument(
                exchange.namespace(),
                exchange.bucket(),
                BucketDocument.OBJECT_LOCK,
                asked.write().document());
        exchange.answer().empty(200);
    }
}
