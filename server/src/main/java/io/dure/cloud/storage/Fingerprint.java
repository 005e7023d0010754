package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.ConfiguredBucket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.TreeMap;

/// A number that changes with whatever a bucket is configured by. Clients of S3 change documents
/// without a version, so what is compared is what they hold.
final class Fingerprint {
    /// As many digits as a version has at most.
    private static final long BOUND = 1_000_000_000_000_000_000L;

    private Fingerprint() {}

    static long of(ConfiguredBucket configured) {
        var bucket = configured.bucket();
        var text = new StringBuilder();
        text.append(bucket.createdAt()).append('\n');
        text.append(bucket.versioning()).append(' ').append(bucket.objectLock());
        new TreeMap<>(configured.documents())
                .forEach((kind, document) ->
                        text.append('\n')
                                .append(kind)
                                .append(' ')
                                .append(document.length())
                                .append('\n')
                                .append(document));
        return Math.floorMod(first(text.toString()), BOUND);
    }

    private static long first(String text) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
