package io.dure.engines.objects.metadata;

import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Metadata that last as long as the process: everything under one lock.
public final class InMemoryMetadata implements Metadata {
    private static final int MOST_BUCKETS = 100;

    /// UTF-8 binary order, which is not that of UTF-16.
    static final Comparator<String> BINARY =
            Comparator.comparing(
                    text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final long quotaBytes;
    private final Map<Namespace, NavigableMap<String, Contents>> namespaces = new HashMap<>();

    /// @param quotaBytes of each namespace
    public InMemoryMetadata(long quotaBytes) {
        this.quotaBytes = quotaBytes;
    }

    private record Contents(
            Bucket bucket,
            Map<BucketDocument, String> documents,
            NavigableMap<String, StoredObject> objects,
            Map<UUID, Pending> uploads) {
        private Contents(Bucket bucket) {
            this(
                    bucket,
                    new EnumMap<>(BucketDocument.class),
                    new TreeMap<>(BINARY),
                    new TreeMap<>());
        }
    }

    private record Pending(Upload upload, NavigableMap<Integer, Part> parts) {}

    @Override
    public synchronized List<Bucket> buckets(Namespace namespace) {
        return contents(namespace).values().stream().map(Contents::bucket).toList();
    }

    @Override
    public synchronized Bucket bucket(Namespace namespace, String bucket) {
        return require(namespace, bucket).bucket();
    }

    @Override
    public synchronized void createBucket(Namespace namespace, Bucket bucket) {
        var buckets = contents(namespace);
        if (buckets.containsKey(bucket.name())) {
            throw new S3Exception(S3Error.BUCKET_ALREADY_OWNED_BY_YOU);
        }
        if (buckets.size() >= MOST_BUCKETS) {
            throw new S3Exception(S3Error.TOO_MANY_BUCKETS);
        }
        buckets.put(bucket.name(), new Contents(bucket));
    }

    @Override
    public synchronized List<StoredBody> deleteBucket(Namespace namespace, String bucket) {
        var contents = require(namespace, bucket);
        if (!contents.objects().isEmpty()) {
            throw new S3Exception(S3Error.BUCKET_NOT_EMPTY);
        }
        contents(namespace).remove(bucket);
        return contents.uploads().values().stream()
                .flatMap(pending -> bodies(pending).stream())
                .toList();
    }

    @Override
    public synchronized ConfiguredBucket configured(Namespace namespace, String bucket) {
        var contents = require(namespace, bucket);
        return new ConfiguredBucket(contents.bucket(), contents.documents());
    }

    @Override
    public synchronized void putDocument(
            Namespace namespace, String bucket, BucketDocument kind, String text) {
        require(namespace, bucket).documents().put(kind, text);
    }

    @Override
    public synchronized void deleteDocument(
            Namespace namespace, String bucket, BucketDocument kind) {
        require(namespace, bucket).documents().remove(kind);
    }

    @Override
    public synchronized void admit(Namespace namespace, String bucket, long sizeBytes) {
        require(namespace, bucket);
        requireRoom(namespace, sizeBytes);
    }

    @Override
    public synchronized Optional<StoredObject> object(
            Namespace namespace, String bucket, String key) {
        return Optional.ofNullable(require(namespace, bucket).objects().get(key));
    }

    @Override
    public synchronized List<StoredBody> put(
            Namespace namespace, String bucket, StoredObject object, Precondition precondition) {
        var objects = require(namespace, bucket).objects();
        var present = Optional.ofNullable(objects.get(object.key()));
        requireHolds(precondition, present);
        requireRoom(namespace, object.size() - present.map(StoredObject::size).orElse(0L));
        objects.put(object.key(), object);
        return present.map(StoredObject::bodies).orElse(List.of());
    }

    @Override
    public synchronized List<StoredBody> delete(
            Namespace namespace, String bucket, String key, Precondition precondition) {
        var objects = require(namespace, bucket).objects();
        requireHolds(precondition, Optional.ofNullable(objects.get(key)));
        return Optional.ofNullable(objects.remove(key)).map(StoredObject::bodies).orElse(List.of());
    }

    @Override
    public synchronized List<StoredBody> deleteAll(
            Namespace namespace, String bucket, List<String> keys) {
        return keys.stream()
                .flatMap(key -> delete(namespace, bucket, key, new Precondition.None()).stream())
                .toList();
    }

    @Override
    public synchronized Page<ListedObject> list(
            Namespace namespace, String bucket, Listing listing) {
        var objects =
                require(namespace, bucket).objects().values().stream()
                        .map(InMemoryMetadata::listed)
                        .toList();
        return Folding.page(objects, ListedObject::key, listing);
    }

    private static ListedObject listed(StoredObject object) {
        return new ListedObject(
                object.key(),
                object.size(),
                object.etag(),
                object.lastModified(),
                object.checksum()
                        .map(checksum ->
                                new Upload.ChosenChecksum(checksum.algorithm(), checksum.type())));
    }

    @Override
    public synchronized void createUpload(Namespace namespace, String bucket, Upload upload) {
        require(namespace, bucket).uploads().put(upload.id(), new Pending(upload, new TreeMap<>()));
    }

    @Override
    public synchronized Upload upload(Namespace namespace, String bucket, String key, UUID upload) {
        return pending(namespace, bucket, key, upload).upload();
    }

    @Override
    public synchronized Page<Upload> uploads(
            Namespace namespace, String bucket, Listing listing, Optional<UUID> afterUpload) {
        var uploads =
                require(namespace, bucket).uploads().values().stream()
                        .map(Pending::upload)
                        .sorted(Comparator.comparing(Upload::key, BINARY).thenComparing(Upload::id))
                        .filter(upload ->
                                afterUpload.isEmpty()
                                        || !upload.key().equals(listing.after())
                                        || upload.id().compareTo(afterUpload.get()) > 0)
                        .toList();
        var seen =
                afterUpload.isEmpty()
                        ? uploads
                        : uploads.stream()
                                .filter(upload ->
                                        BINARY.compare(upload.key(), listing.after()) >= 0)
                                .toList();
        var from = afterUpload.isEmpty() ? listing.after() : "";
        return Folding.page(
                seen,
                Upload::key,
                new Listing(listing.prefix(), listing.delimiter(), from, listing.limit()));
    }

    @Override
    public synchronized List<StoredBody> putPart(
            Namespace namespace, String bucket, String key, UUID upload, Part part) {
        var parts = pending(namespace, bucket, key, upload).parts();
        var present = Optional.ofNullable(parts.get(part.number())).map(Part::body);
        requireRoom(namespace, part.body().size() - present.map(StoredBody::size).orElse(0L));
        parts.put(part.number(), part);
        return present.stream().toList();
    }

    @Override
    public synchronized List<Part> parts(
            Namespace namespace, String bucket, String key, UUID upload, int after, int limit) {
        return pending(namespace, bucket, key, upload)
                .parts()
                .tailMap(after, false)
                .values()
                .stream()
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<StoredBody> complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        var contents = require(namespace, bucket);
        var bodies = bodies(pending(namespace, bucket, object.key(), upload));
        var present = Optional.ofNullable(contents.objects().get(object.key()));
        requireHolds(precondition, present);
        if (!new HashSet<>(bodies).containsAll(object.bodies())) {
            throw new S3Exception(S3Error.INVALID_PART);
        }
        contents.uploads().remove(upload);
        contents.objects().put(object.key(), object);
        var unreferenced = new ArrayList<>(present.map(StoredObject::bodies).orElse(List.of()));
        bodies.stream().filter(body -> !object.bodies().contains(body)).forEach(unreferenced::add);
        return unreferenced;
    }

    @Override
    public synchronized List<StoredBody> abort(
            Namespace namespace, String bucket, String key, UUID upload) {
        var bodies = bodies(pending(namespace, bucket, key, upload));
        require(namespace, bucket).uploads().remove(upload);
        return bodies;
    }

    @Override
    public synchronized Set<UUID> unknown(Collection<UUID> bodies) {
        var unknown = new HashSet<>(bodies);
        namespaces.values().stream()
                .flatMap(buckets -> buckets.values().stream())
                .forEach(contents -> {
                    contents.objects().values().forEach(object -> forget(unknown, object.bodies()));
                    contents.uploads()
                            .values()
                            .forEach(pending -> forget(unknown, bodies(pending)));
                });
        return unknown;
    }

    @Override
    public synchronized Set<UUID> unclaimed(Collection<Claim> claims) {
        return claims.stream()
                .filter(claim -> !names(claim))
                .map(Claim::body)
                .collect(Collectors.toSet());
    }

    private boolean names(Claim claim) {
        var contents = contents(claim.namespace()).get(claim.description().bucket());
        if (contents == null) {
            return false;
        }
        var object = Optional.ofNullable(contents.objects().get(claim.description().key()));
        var ofObject = object.map(StoredObject::bodies).orElse(List.of());
        var ofUpload =
                claim.description() instanceof Description.OfPart part
                        ? Optional.ofNullable(contents.uploads().get(part.upload()))
                                .map(InMemoryMetadata::bodies)
                                .orElse(List.of())
                        : List.<StoredBody>of();
        return Stream.concat(ofObject.stream(), ofUpload.stream())
                .anyMatch(body -> body.id().equals(claim.body()));
    }

    @Override
    public synchronized Set<UUID> move(Collection<Move> moves) {
        var left = new HashSet<UUID>();
        for (var move : moves) {
            if (names(move.claim())) {
                rename(move);
            } else {
                left.add(move.copy());
            }
        }
        return left;
    }

    private void rename(Move move) {
        var contents = contents(move.claim().namespace()).get(move.claim().description().bucket());
        Objects.requireNonNull(contents);
        contents.objects()
                .replaceAll((_, object) -> object.withBodies(renamed(move, object.bodies())));
        contents.uploads()
                .values()
                .forEach(pending ->
                        pending.parts()
                                .replaceAll((_, part) ->
                                        part.withBody(
                                                renamed(move, List.of(part.body())).getFirst())));
    }

    private static List<StoredBody> renamed(Move move, List<StoredBody> bodies) {
        return bodies.stream()
                .map(body ->
                        body.id().equals(move.claim().body())
                                ? new StoredBody(move.copy(), body.size())
                                : body)
                .toList();
    }

    private static void forget(Set<UUID> unknown, List<StoredBody> known) {
        known.forEach(body -> unknown.remove(body.id()));
    }

    private NavigableMap<String, Contents> contents(Namespace namespace) {
        return namespaces.computeIfAbsent(namespace, _ -> new TreeMap<>(BINARY));
    }

    private Contents require(Namespace namespace, String bucket) {
        return Optional.ofNullable(contents(namespace).get(bucket))
                .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET));
    }

    private Pending pending(Namespace namespace, String bucket, String key, UUID upload) {
        return Optional.ofNullable(require(namespace, bucket).uploads().get(upload))
                .filter(pending -> pending.upload().key().equals(key))
                .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_UPLOAD));
    }

    private static List<StoredBody> bodies(Pending pending) {
        return pending.parts().values().stream().map(Part::body).toList();
    }

    private void requireRoom(Namespace namespace, long growth) {
        if (growth > 0 && used(namespace) + growth > quotaBytes) {
            throw new S3Exception(S3Error.QUOTA_EXCEEDED);
        }
    }

    private long used(Namespace namespace) {
        return contents(namespace).values().stream()
                .mapToLong(contents ->
                        contents.objects().values().stream().mapToLong(StoredObject::size).sum()
                                + contents.uploads().values().stream()
                                        .flatMap(pending -> bodies(pending).stream())
                                        .mapToLong(StoredBody::size)
                                        .sum())
                .sum();
    }

    private static void requireHolds(Precondition precondition, Optional<StoredObject> present) {
        if (!precondition.holds(present.map(StoredObject::etag))) {
            throw new S3Exception(
                    precondition instanceof Precondition.Matches && present.isEmpty()
                            ? S3Error.NO_SUCH_KEY
                            : S3Error.PRECONDITION_FAILED);
        }
    }
}
