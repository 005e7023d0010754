package io.dure.e2e;

import io.dure.e2e.StorageKillProofTests.Findings;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A client of S3 that does this and that to keys of its own, one request after another, and knows
/// what must be there: the answered requests' outcome, and of the one that a kill cut off, either.
final class MixedClient {
    private static final String PLAIN = "plain";
    private static final String VERSIONED = "versioned";
    private static final int KEYS = 20;
    private static final int SLICE = 1 << 20;
    private static final int PART = 5 << 20;

    private final String keyId;
    private final String secret;
    private final String prefix;
    private final Random random;

    /// What each key of the plain bucket may hold; nothing is a state, too.
    private final Map<String, Set<Optional<Content>>> plain = new HashMap<>();

    /// What each acknowledged version holds; empty: a delete marker.
    private final Map<Version, Optional<Content>> versions = new HashMap<>();

    private final Set<Version> removed = new HashSet<>();
    private long acknowledged;

    MixedClient(String keyId, String secret, int number, long seed) {
        this.keyId = keyId;
        this.secret = secret;
        this.prefix = "client-" + number + "/";
        this.random = new Random(seed);
    }

    /// Bytes that need not be kept to be known.
    private record Content(long seed, int size) {
        byte[] bytes() {
            var bytes = new byte[size];
            new Random(seed).nextBytes(bytes);
            return bytes;
        }
    }

    private record Version(String key, String id) {}

    static S3Client connect(String address, String keyId, String secret) {
        return S3Client.builder()
                .endpointOverride(URI.create(address))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(keyId, secret)))
                // What was cut off is not known to have failed: nothing is tried twice.
                .overrideConfiguration(
                        override -> override.retryStrategy(retry -> retry.maxAttempts(1)))
                .build();
    }

    static void makeBuckets(S3Client s3) {
        s3.createBucket(request -> request.bucket(PLAIN));
        s3.createBucket(request -> request.bucket(VERSIONED));
        s3.putBucketVersioning(request ->
                request.bucket(VERSIONED)
                        .versioningConfiguration(
                                versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    long acknowledged() {
        return acknowledged;
    }

    /// Works until the server is killed.
    ///
    /// @param killed without which a failure is a fault
    void load(String address, AtomicBoolean killed, Findings found) {
        try (var s3 = connect(address, keyId, secret)) {
            while (true) {
                step(s3, found);
                acknowledged++;
            }
        } catch (SdkException e) {
            if (!killed.get()) {
                found.fault("refused: " + e.getMessage());
            }
        }
    }

    private void step(S3Client s3, Findings found) {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> put(s3, content(64 << 10));
            case 6, 7 -> put(s3, content(SLICE));
            case 8 -> put(s3, content(3 * SLICE));
            case 9 -> upload(s3);
            case 10, 11 -> delete(s3);
            case 12 -> copy(s3);
            case 13, 14, 15, 16 -> putVersion(s3);
            case 17 -> mark(s3);
            case 18 -> removeVersion(s3);
            default -> read(s3, found);
        }
    }

    private Content content(int most) {
        return new Content(random.nextLong(), random.nextInt(most));
    }

    private String anyKey() {
        return prefix + random.nextInt(KEYS);
    }

    /// A change of a plain key: while it goes on, and should it be cut off, old and new are right.
    private void change(String key, Optional<Content> after, Runnable request) {
        var before = plain.getOrDefault(key, Set.of(Optional.empty()));
        var either = new HashSet<>(before);
        either.add(after);
        plain.put(key, either);
        request.run();
        plain.put(key, Set.of(after));
    }

    private void put(S3Client s3, Content content) {
        var key = anyKey();
        change(
                key,
                Optional.of(content),
                () ->
                        s3.putObject(
                                request -> request.bucket(PLAIN).key(key),
                                RequestBody.fromBytes(content.bytes())));
    }

    private void delete(S3Client s3) {
        var key = anyKey();
        change(
                key,
                Optional.empty(),
                () -> s3.deleteObject(request -> request.bucket(PLAIN).key(key)));
    }

    private void copy(S3Client s3) {
        var source = anyKey();
        var states = plain.getOrDefault(source, Set.of());
        var content = states.size() == 1 ? states.iterator().next() : Optional.<Content>empty();
        var key = anyKey();
        if (content.isPresent()) {
            change(
                    key,
                    content,
                    () ->
                            s3.copyObject(request ->
                                    request.sourceBucket(PLAIN)
                                            .sourceKey(source)
                                            .destinationBucket(PLAIN)
                                            .destinationKey(key)
                                            .metadataDirective("REPLACE")));
        }
    }

    private void upload(S3Client s3) {
        var key = anyKey();
        var content = new Content(random.nextLong(), PART + random.nextInt(SLICE));
        change(key, Optional.of(content), () -> uploadParts(s3, key, content.bytes()));
    }

    private static void uploadParts(S3Client s3, String key, byte[] bytes) {
        var upload = s3.createMultipartUpload(request -> request.bucket(PLAIN).key(key)).uploadId();
        var parts = new ArrayList<CompletedPart>();
        for (var number = 1; number <= 2; number++) {
            var part = number;
            var body =
                    part == 1
                            ? Arrays.copyOf(bytes, PART)
                            : Arrays.copyOfRange(bytes, PART, bytes.length);
            var etag =
                    s3.uploadPart(
                                    request ->
                                            request.bucket(PLAIN)
                                                    .key(key)
                                                    .uploadId(upload)
                                                    .partNumber(part),
                                    RequestBody.fromBytes(body))
                            .eTag();
            parts.add(CompletedPart.builder().partNumber(part).eTag(etag).build());
        }
        s3.completeMultipartUpload(request ->
                request.bucket(PLAIN)
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(multipart -> multipart.parts(parts)));
    }

    private void putVersion(S3Client s3) {
        var key = anyKey();
        var content = content(SLICE / 4);
        var answer =
                s3.putObject(
                        request -> request.bucket(VERSIONED).key(key),
                        RequestBody.fromBytes(content.bytes()));
        versions.put(new Version(key, answer.versionId()), Optional.of(content));
    }

    private void mark(S3Client s3) {
        var key = anyKey();
        var answer = s3.deleteObject(request -> request.bucket(VERSIONED).key(key));
        versions.put(new Version(key, answer.versionId()), Optional.empty());
    }

    private void removeVersion(S3Client s3) {
        var known = List.copyOf(versions.keySet());
        if (!known.isEmpty()) {
            var version = known.get(random.nextInt(known.size()));
            // Should it be cut off, nobody knows.
            versions.remove(version);
            s3.deleteObject(request ->
                    request.bucket(VERSIONED).key(version.key()).versionId(version.id()));
            removed.add(version);
        }
    }

    private void read(S3Client s3, Findings found) {
        var key = anyKey();
        var states = plain.getOrDefault(key, Set.of(Optional.empty()));
        if (states.stream().noneMatch(state -> holds(s3, key, state))) {
            found.fault(PLAIN + "/" + key + " while it served");
        }
    }

    private static boolean holds(S3Client s3, String key, Optional<Content> state) {
        return Arrays.equals(
                find(s3, request -> request.bucket(PLAIN).key(key)).orElse(null),
                state.map(Content::bytes).orElse(null));
    }

    private static Optional<byte[]> find(S3Client s3, Consumer<GetObjectRequest.Builder> request) {
        try {
            return Optional.of(s3.getObjectAsBytes(request).asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// Compares everything with what was acknowledged, and goes on from what is there.
    void verify(String address, Findings found) {
        try (var s3 = connect(address, keyId, secret)) {
            plain.replaceAll((key, states) -> verify(s3, key, states, found));
            verifyVersions(s3, found);
        }
    }

    private static Set<Optional<Content>> verify(
            S3Client s3, String key, Set<Optional<Content>> states, Findings found) {
        found.compared();
        for (var state : states) {
            if (holds(s3, key, state)) {
                return Set.of(state);
            }
        }
        found.fault(PLAIN + "/" + key);
        return states;
    }

    private void verifyVersions(S3Client s3, Findings found) {
        var listed = new HashSet<Version>();
        for (var page :
                s3.listObjectVersionsPaginator(
                        request -> request.bucket(VERSIONED).prefix(prefix))) {
            for (ObjectVersion version : page.versions()) {
                listed.add(new Version(version.key(), version.versionId()));
            }
            for (DeleteMarkerEntry marker : page.deleteMarkers()) {
                listed.add(new Version(marker.key(), marker.versionId()));
            }
        }
        versions.forEach((version, content) -> {
            found.compared();
            if (!listed.contains(version)
                    || (content.isPresent() && !holds(s3, version, content.get()))) {
                found.fault(VERSIONED + "/" + version);
            }
        });
        for (var version : removed) {
            if (listed.contains(version)) {
                found.fault(VERSIONED + "/" + version + " came back");
            }
        }
    }

    private static boolean holds(S3Client s3, Version version, Content content) {
        return find(
                        s3,
                        request ->
                                request.bucket(VERSIONED)
                                        .key(version.key())
                                        .versionId(version.id()))
                .filter(bytes -> Arrays.equals(bytes, content.bytes()))
                .isPresent();
    }
}
