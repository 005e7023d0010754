package io.dure.cloud.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/// A client that does anything to its buckets, in an order that a seed decides.
final class RandomUse {
    private static final List<String> BUCKETS = List.of("plain", "kept", "locked");
    private static final int PART_BYTES = 5 << 20;

    private final S3Client s3;
    private final Random random;

    RandomUse(S3Client s3, long seed) {
        this.s3 = s3;
        this.random = new Random(seed);
    }

    void run(int steps) {
        for (var bucket : BUCKETS) {
            attempt(() ->
                    s3.createBucket(b ->
                            b.bucket(bucket).objectLockEnabledForBucket(bucket.equals("locked"))));
        }
        attempt(() -> versioning("kept", BucketVersioningStatus.ENABLED));
        for (var step = 0; step < steps; step++) {
            var bucket = BUCKETS.get(random.nextInt(BUCKETS.size()));
            var key = "열쇠/" + random.nextInt(6);
            attempt(() -> step(bucket, key));
        }
    }

    /// What is refused is refused.
    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (S3Exception e) {
            if (e.statusCode() >= 500) {
                throw e;
            }
        }
    }

    private void step(String bucket, String key) {
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> put(bucket, key);
            case 5, 6 -> s3.deleteObject(b -> b.bucket(bucket).key(key));
            case 7 -> deleteVersion(bucket, key);
            case 8 -> deleteTwo(bucket, key);
            case 9 -> tag(bucket, key);
            case 10 -> retain(bucket, key);
            case 11 -> hold(bucket, key);
            case 12 -> configure(bucket);
            case 13 -> copy(bucket, key);
            case 14 -> {
                if (random.nextInt(5) == 0) {
                    multipart(bucket, key);
                }
            }
            default -> putIfAbsent(bucket, key);
        }
    }

    private void put(String bucket, String key) {
        var size =
                random.nextInt(20) == 0
                        ? (1 << 20) + random.nextInt(1 << 18)
                        : random.nextInt(3_000);
        s3.putObject(
                b ->
                        b.bucket(bucket)
                                .key(key)
                                .contentType("text/x-" + random.nextInt(9))
                                .tagging(random.nextBoolean() ? "" : "a=" + random.nextInt(9))
                                .metadata(Map.of("number", "" + random.nextInt(99))),
                RequestBody.fromBytes(bytes(size)));
    }

    private void putIfAbsent(String bucket, String key) {
        s3.putObject(
                b -> b.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString("absent"));
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private String anyVersion(String bucket, String key) {
        var listed = s3.listObjectVersions(b -> b.bucket(bucket).prefix(key));
        var ids = new ArrayList<String>();
        listed.versions().forEach(version -> ids.add(version.versionId()));
        listed.deleteMarkers().forEach(marker -> ids.add(marker.versionId()));
        return ids.isEmpty() ? "null" : ids.get(random.nextInt(ids.size()));
    }

    private void deleteVersion(String bucket, String key) {
        var version = anyVersion(bucket, key);
        s3.deleteObject(b -> b.bucket(bucket).key(key).versionId(version));
    }

    private void deleteTwo(String bucket, String key) {
        s3.deleteObjects(b ->
                b.bucket(bucket)
                        .delete(d ->
                                d.objects(
                                        ObjectIdentifier.builder().key(key).build(),
                                        ObjectIdentifier.builder().key("열쇠/0").build())));
    }

    private void tag(String bucket, String key) {
        var version = anyVersion(bucket, key);
        var tag = Tag.builder().key("색").value("v" + random.nextInt(99)).build();
        s3.putObjectTagging(
                b -> b.bucket(bucket).key(key).versionId(version).tagging(t -> t.tagSet(tag)));
    }

    private void retain(String bucket, String key) {
        var version = anyVersion(bucket, key);
        var until =
                Instant.now()
                        .plus(Duration.ofDays(1 + random.nextInt(9)))
                        .truncatedTo(ChronoUnit.SECONDS);
        s3.putObjectRetention(b ->
                b.bucket(bucket)
                        .key(key)
                        .versionId(version)
                        .bypassGovernanceRetention(random.nextBoolean())
                        .retention(r ->
                                r.mode(random.nextInt(3) == 0 ? "COMPLIANCE" : "GOVERNANCE")
                                        .retainUntilDate(until)));
    }

    private void hold(String bucket, String key) {
        var version = anyVersion(bucket, key);
        s3.putObjectLegalHold(b ->
                b.bucket(bucket)
                        .key(key)
                        .versionId(version)
                        .legalHold(h -> h.status(random.nextBoolean() ? "ON" : "OFF")));
    }

    private void configure(String bucket) {
        switch (random.nextInt(3)) {
            case 0 -> {
                if (!bucket.equals("plain")) {
                    versioning(
                            bucket,
                            random.nextBoolean()
                                    ? BucketVersioningStatus.ENABLED
                                    : BucketVersioningStatus.SUSPENDED);
                }
            }
            case 1 ->
                    s3.putBucketTagging(b ->
                            b.bucket(bucket)
                                    .tagging(t ->
                                            t.tagSet(
                                                    Tag.builder()
                                                            .key("team")
                                                            .value("" + random.nextInt(9))
                                                            .build())));
            default -> {
                var rule =
                        CORSRule.builder()
                                .allowedMethods("GET")
                                .allowedOrigins("https://" + random.nextInt(9) + ".example")
                                .build();
                s3.putBucketCors(b -> b.bucket(bucket).corsConfiguration(c -> c.corsRules(rule)));
            }
        }
    }

    private void versioning(String bucket, BucketVersioningStatus status) {
        s3.putBucketVersioning(
                b -> b.bucket(bucket).versioningConfiguration(v -> v.status(status)));
    }

    private void copy(String bucket, String key) {
        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey(key)
                        .destinationBucket(BUCKETS.get(random.nextInt(BUCKETS.size())))
                        .destinationKey("열쇠/" + random.nextInt(6)));
    }

    void multipart(String bucket, String key) {
        var upload =
                s3.createMultipartUpload(b -> b.bucket(bucket).key(key).metadata(Map.of("m", "1")))
                        .uploadId();
        // The first is sent twice; the second time counts.
        part(bucket, key, upload, 1, PART_BYTES);
        var parts =
                List.of(
                        part(bucket, key, upload, 1, PART_BYTES),
                        part(bucket, key, upload, 7, 1 + random.nextInt(5_000)));
        part(bucket, key, upload, 9, 10);
        s3.completeMultipartUpload(b ->
                b.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
    }

    private CompletedPart part(String bucket, String key, String upload, int number, int size) {
        var etag =
                s3.uploadPart(
                                b -> b.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                                RequestBody.fromBytes(bytes(size)))
                        .eTag();
        return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }
}
