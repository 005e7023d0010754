package io.dure.engines.objects.metadata;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.InMemoryBucket.Pending;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
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
    private final Map<Namespace, NavigableMap<String, InMemoryBucket>> namespaces = new HashMap<>();

    /// @param quotaBytes of each namespace
    public InMemoryMetadata(long quotaBytes) {
        this.quotaBytes = quotaBytes;
    }

    @Override
    public synchronized List<Bucket> buckets(Namespace namespace) {
        return contents(namespace).values().stream().map(InMemoryBucket::bucket).toList();
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
        buckets.put(bucket.name(), new InMemoryBucket(bucket));
    }

    @Override
    public synchronized List<StoredBody> deleteBucket(Namespace namespace, String bucket) {
        var contents = require(namespace, bucket);
        if (!contents.isEmpty()) {
            throw new S3Exception(S3Error.BUCKET_NOT_EMPTY);
        }
        contents(namespace).remove(bucket);
        return Stream.concat(
                        contents.ownNote().stream(),
                        contents.uploads().values().stream()
                                .flatMap(pending -> pending.bodies().stream()))
                .toList();
    }

    @Override
    public synchronized BucketState state(Namespace namespace, String bucket) {
        return new BucketState(configured(namespace, bucket), Map.of(), 0);
    }

    @Override
    public synchronized List<StoredBody> noted(
            Namespace namespace, String bucket, BucketState state, StoredBody note) {
        return require(namespace, bucket).noted(note);
    }

    @Override
    public Optional<String> unnoted(Namespace namespace) {
        return Optional.empty();
    }

    @Override
    public List<StoredBody> noted(Namespace namespace, String text, StoredBody note) {
        throw new UnsupportedOperationException("nobody knows whose a namespace is");
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
    public synchronized void setVersioning(
            Namespace namespace, String bucket, Versioning versioning) {
        require(namespace, bucket).setVersioning(versioning);
    }

    @Override
    public synchronized void enableObjectLock(Namespace namespace, String bucket) {
        require(namespace, bucket).enableObjectLock();
    }

    @Override
    public synchronized void admit(Namespace namespace, String bucket, long sizeBytes) {
        require(namespace, bucket);
        requireRoom(namespace, sizeBytes);
    }

    @Override
    public synchronized Found find(
            Namespace namespace, String bucket, String key, Optional<VersionId> version) {
        var contents = require(namespace, bucket);
        return new Found(contents.bucket().versioning(), contents.find(key, version));
    }

    @Override
    public synchronized Written put(
            Namespace namespace,
            String bucket,
            StoredObject object,
            Precondition precondition,
            Unforced bytes) {
        var contents = require(namespace, bucket);
        requireHolds(precondition, contents.current(object.key()));
        requireRoom(namespace, contents.growth(object));
        bytes.require();
        return contents.put(object);
    }

    @Override
    public synchronized List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now) {
        var contents = require(namespace, bucket);
        return deletions.stream()
                .map(deletion -> contents.delete(deletion, bypassGovernance, now))
                .toList();
    }

    @Override
    public synchronized List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now) {
        var contents = require(namespace, bucket);
        return expiries.stream().map(expiry -> contents.expire(expiry, now)).toList();
    }

    @Override
    public synchronized Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now,
            Optional<StoredBody> note) {
        return require(namespace, bucket).mark(key, version, change, bypassGovernance, now, note);
    }

    @Override
    public synchronized Page<ListedObject> list(
            Namespace namespace, String bucket, Listing listing) {
        var objects = require(namespace, bucket).currents().map(InMemoryMetadata::listed).toList();
        return Folding.page(objects, ListedObject::key, listing);
    }

    private static ListedObject listed(StoredObject object) {
        return new ListedObject(
                object.key(),
                object.size(),
                object.etag(),
                object.lastModified(),
                object.checksum().map(InMemoryMetadata::chosen));
    }

    static ChosenChecksum chosen(Checksum checksum) {
        return new ChosenChecksum(checksum.algorithm(), checksum.type());
    }

    @Override
    public synchronized Page<ListedVersion> versions(
            Namespace namespace, String bucket, Listing listing, Optional<VersionId> after) {
        var all = require(namespace, bucket).versions();
        var from = 0;
        while (after.isPresent() && from < all.size() && !isAt(all.get(from), listing, after)) {
            from++;
        }
        var place = after.isPresent() ? "" : listing.after();
        return Folding.page(
                after.isPresent() ? all.subList(Math.min(from + 1, all.size()), all.size()) : all,
                ListedVersion::key,
                new Listing(listing.prefix(), listing.delimiter(), place, listing.limit()));
    }

    private static boolean isAt(ListedVersion version, Listing listing, Optional<VersionId> after) {
        return version.key().equals(listing.after())
                && after.filter(version.version()::equals).isPresent();
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
    public synchronized Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        var contents = require(namespace, bucket);
        var bodies = pending(namespace, bucket, object.key(), upload).bodies();
        requireHolds(precondition, contents.current(object.key()));
        if (!new HashSet<>(bodies).containsAll(object.contents())) {
            throw new S3Exception(S3Error.INVALID_PART);
        }
        var written = contents.complete(upload, object);
        var unreferenced = new ArrayList<>(written.unreferenced());
        bodies.stream().filter(body -> !object.bodies().contains(body)).forEach(unreferenced::add);
        return new Written(written.versioning(), written.version(), unreferenced);
    }

    @Override
    public synchronized Found completed(
            Namespace namespace, String bucket, String key, UUID upload) {
        var contents = require(namespace, bucket);
        return new Found(contents.bucket().versioning(), contents.completed(key, upload));
    }

    @Override
    public synchronized List<StoredBody> abort(
            Namespace namespace, String bucket, String key, UUID upload) {
        var bodies = pending(namespace, bucket, key, upload).bodies();
        require(namespace, bucket).uploads().remove(upload);
        return bodies;
    }

    /// Under the one lock; what was changed before a refusal is not taken back.
    @Override
    public synchronized <T> T together(
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Function<Metadata, T> change,
            Consumer<T> then) {
        var made = change.apply(this);
        then.accept(made);
        return made;
    }

    @Override
    public synchronized Set<UUID> unknown(Collection<UUID> bodies) {
        var unknown = new HashSet<>(bodies);
        namespaces.values().stream()
                .flatMap(buckets -> buckets.values().stream())
                .forEach(contents -> unknown.removeIf(contents::names));
        return unknown;
    }

    @Override
    public synchronized Set<UUID> unclaimed(Collection<Claim> claims) {
        return claims.stream()
                .filter(claim -> claimed(claim).isEmpty())
                .map(Claim::body)
                .collect(Collectors.toSet());
    }

    private Optional<InMemoryBucket> claimed(Claim claim) {
        return Optional.ofNullable(contents(claim.namespace()).get(claim.description().bucket()))
                .filter(contents -> contents.names(claim.body()));
    }

    @Override
    public synchronized Set<UUID> move(Collection<Move> moves) {
        var left = new HashSet<UUID>();
        for (var move : moves) {
            claimed(move.claim())
                    .ifPresentOrElse(
                            contents -> contents.rename(move), () -> left.add(move.copy()));
        }
        return left;
    }

    private NavigableMap<String, InMemoryBucket> contents(Namespace namespace) {
        return namespaces.computeIfAbsent(namespace, _ -> new TreeMap<>(BINARY));
    }

    private InMemoryBucket require(Namespace namespace, String bucket) {
        return Optional.ofNullable(contents(namespace).get(bucket))
                .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_BUCKET));
    }

    private Pending pending(Namespace namespace, String bucket, String key, UUID upload) {
        return Optional.ofNullable(require(namespace, bucket).uploads().get(upload))
                .filter(pending -> pending.upload().key().equals(key))
                .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_UPLOAD));
    }

    private void requireRoom(Namespace namespace, long growth) {
        var used = contents(namespace).values().stream().mapToLong(InMemoryBucket::bytes).sum();
        if (growth > 0 && used + growth > quotaBytes) {
            throw new S3Exception(S3Error.QUOTA_EXCEEDED);
        }
    }

    static void requireHolds(Precondition precondition, Optional<StoredObject> present) {
        if (!precondition.holds(present.map(StoredObject::etag))) {
            throw new S3Exception(
                    precondition instanceof Precondition.Matches && present.isEmpty()
                            ? S3Error.NO_SUCH_KEY
                            : S3Error.PRECONDITION_FAILED);
        }
    }
}
