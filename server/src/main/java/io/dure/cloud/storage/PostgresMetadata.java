package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.BucketState;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.Expiry;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Move;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Unforced;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.UuidV7;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The engine's memory: rows of the organisation that a namespace stands for. What changes them
/// goes through [io.dure.engines.objects.notes.NotedMetadata], which notes it in the store.
@Component
class PostgresMetadata implements Metadata {
    private final BucketRepository buckets;
    private final ObjectRepository objects;
    private final UploadRepository uploads;
    private final HotObjects hot;
    private final Turns turns = new Turns();
    private final CommitQueue commits;
    private final Lookups lookups;
    private final VersionRepository versions;
    private final Organisations organisations;
    private final Scoped scoped;
    private final Quotas quotas;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    PostgresMetadata(
            BucketRepository buckets,
            ObjectRepository objects,
            UploadRepository uploads,
            HotObjects hot,
            CommitQueue commits,
            Lookups lookups,
            VersionRepository versions,
            Organisations organisations,
            Scoped scoped,
            Quotas quotas,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.buckets = buckets;
        this.objects = objects;
        this.uploads = uploads;
        this.hot = hot;
        this.commits = commits;
        this.lookups = lookups;
        this.versions = versions;
        this.organisations = organisations;
        this.scoped = scoped;
        this.quotas = quotas;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Bucket> buckets(Namespace namespace) {
        return scoped.read(namespace, buckets::all).stream().map(PostgresMetadata::bucket).toList();
    }

    @Override
    public Bucket bucket(Namespace namespace, String bucket) {
        return bucket(scoped.read(namespace, () -> buckets.require(bucket)));
    }

    private static Bucket bucket(RentedBucket rented) {
        return new Bucket(
                rented.name(), rented.createdAt(), rented.versioning(), rented.objectLock());
    }

    @Override
    public void createBucket(Namespace namespace, Bucket bucket) {
        scoped.write(
                namespace,
                () -> {
                    buckets.insert(UuidV7.next(clock), bucket);
                    return true;
                });
    }

    @Override
    public List<StoredBody> deleteBucket(Namespace namespace, String bucket) {
        return scoped.write(namespace, () -> buckets.delete(bucket));
    }

    @Override
    public ConfiguredBucket configured(Namespace namespace, String bucket) {
        return scoped.read(namespace, () -> buckets.configured(bucket));
    }

    @Override
    public BucketState state(Namespace namespace, String bucket) {
        return scoped.read(namespace, () -> buckets.state(bucket));
    }

    @Override
    public List<StoredBody> noted(
            Namespace namespace, String bucket, BucketState state, StoredBody note) {
        return scoped.write(namespace, () -> buckets.noted(bucket, state, note));
    }

    @Override
    public Optional<String> unnoted(Namespace namespace) {
        return scoped.read(
                namespace,
                () ->
                        organisations
                                .byId(new TenantId(namespace.id()))
                                .map(NamespaceText::write)
                                .filter(text ->
                                        !buckets.namespaceText().equals(Optional.of(text))));
    }

    @Override
    public List<StoredBody> noted(Namespace namespace, String text, StoredBody note) {
        return scoped.write(namespace, () -> buckets.noted(text, note));
    }

    @Override
    public void putDocument(Namespace namespace, String bucket, BucketDocument kind, String text) {
        scoped.write(
                namespace,
                () -> {
                    buckets.putDocument(bucket, kind, text);
                    return true;
                });
    }

    @Override
    public void deleteDocument(Namespace namespace, String bucket, BucketDocument kind) {
        scoped.write(
                namespace,
                () -> {
                    buckets.deleteDocument(bucket, kind);
                    return true;
                });
    }

    @Override
    public void admit(Namespace namespace, String bucket, long sizeBytes) {
        var quotaBytes = quotas.bytes(namespace);
        scoped.read(
                namespace,
                () -> {
                    if (!buckets.require(bucket).hasRoomFor(sizeBytes)
                            || buckets.usedBytes() + sizeBytes > quotaBytes) {
                        throw new S3Exception(S3Error.QUOTA_EXCEEDED);
                    }
                    return true;
                });
    }

    @Override
    public void setVersioning(Namespace namespace, String bucket, Versioning versioning) {
        scoped.write(
                namespace,
                () -> {
                    buckets.setVersioning(bucket, versioning);
                    return true;
                });
    }

    @Override
    public void enableObjectLock(Namespace namespace, String bucket) {
        scoped.write(
                namespace,
                () -> {
                    buckets.enableObjectLock(bucket);
                    return true;
                });
    }

    @Override
    public Found find(Namespace namespace, String bucket, String key, Optional<VersionId> version) {
        return version.isEmpty()
                ? lookups.find(namespace, bucket, key)
                : scoped.read(namespace, () -> versions.find(bucket, key, version));
    }

    @Override
    public Written put(
            Namespace namespace,
            String bucket,
            StoredObject object,
            Precondition precondition,
            Unforced bytes) {
        var put = new PendingPut(bucket, object, precondition);
        // The queue commits by itself, so what is one with other changes does not go by it.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return commits.put(namespace, put, bytes);
        }
        bytes.require();
        return hot.put(namespace, quotas.bytes(namespace), List.of(put)).getFirst().require();
    }

    @Override
    public List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now) {
        return scoped.write(
                namespace, () -> versions.delete(bucket, deletions, bypassGovernance, now));
    }

    @Override
    public List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now) {
        return scoped.write(namespace, () -> versions.expire(bucket, expiries, now));
    }

    @Override
    public Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now,
            Optional<StoredBody> note) {
        return scoped.write(
                namespace,
                () -> versions.mark(bucket, key, version, change, bypassGovernance, now, note));
    }

    @Override
    public Page<ListedVersion> versions(
            Namespace namespace, String bucket, Listing listing, Optional<VersionId> after) {
        var lines =
                scoped.read(
                        namespace,
                        () -> versions.list(buckets.require(bucket).id(), listing, after));
        return page(lines, VersionRepository.Line::name, VersionRepository.Line::version, listing);
    }

    @Override
    public Page<ListedObject> list(Namespace namespace, String bucket, Listing listing) {
        var lines =
                scoped.read(namespace, () -> objects.list(buckets.require(bucket).id(), listing));
        return page(lines, ObjectRepository.Line::name, ObjectRepository.Line::object, listing);
    }

    /// @param lines up to one more than the page has
    private static <L, T> Page<T> page(
            List<L> lines,
            Function<L, String> name,
            Function<L, Optional<T>> item,
            Listing listing) {
        var items = new ArrayList<T>();
        var prefixes = new ArrayList<String>();
        var shown = lines.subList(0, Math.min(listing.limit(), lines.size()));
        for (var line : shown) {
            item.apply(line).ifPresentOrElse(items::add, () -> prefixes.add(name.apply(line)));
        }
        return new Page<>(
                items,
                prefixes,
                listing.limit() > 0 && lines.size() > listing.limit(),
                shown.isEmpty() ? "" : name.apply(shown.getLast()));
    }

    @Override
    public void createUpload(Namespace namespace, String bucket, Upload upload) {
        scoped.write(
                namespace,
                () -> {
                    uploads.insert(buckets.require(bucket).id(), upload);
                    return true;
                });
    }

    @Override
    public Upload upload(Namespace namespace, String bucket, String key, UUID upload) {
        return scoped.read(namespace, () -> find(bucket, key, upload));
    }

    private Upload find(String bucket, String key, UUID upload) {
        return uploads.find(bucket, key, upload)
                .orElseThrow(() -> {
                    buckets.require(bucket);
                    return new S3Exception(S3Error.NO_SUCH_UPLOAD);
                });
    }

    @Override
    public Page<Upload> uploads(
            Namespace namespace, String bucket, Listing listing, Optional<UUID> afterUpload) {
        return scoped.read(
                namespace,
                () ->
                        new UploadListing(uploads, buckets.require(bucket).id(), listing)
                                .page(afterUpload));
    }

    @Override
    public List<StoredBody> putPart(
            Namespace namespace, String bucket, String key, UUID upload, Part part) {
        var quotaBytes = quotas.bytes(namespace);
        return scoped.write(
                namespace, () -> uploads.putPart(quotaBytes, bucket, key, upload, part));
    }

    @Override
    public List<Part> parts(
            Namespace namespace, String bucket, String key, UUID upload, int after, int limit) {
        return scoped.read(
                namespace,
                () -> {
                    find(bucket, key, upload);
                    return uploads.parts(upload, after, limit);
                });
    }

    @Override
    public Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        return scoped.write(
                namespace,
                () -> uploads.complete(upload, new PendingPut(bucket, object, precondition)));
    }

    @Override
    public Found completed(Namespace namespace, String bucket, String key, UUID upload) {
        return scoped.read(namespace, () -> versions.uploaded(bucket, key, upload));
    }

    @Override
    public List<StoredBody> abort(Namespace namespace, String bucket, String key, UUID upload) {
        return scoped.write(
                namespace,
                () -> {
                    buckets.require(bucket);
                    return uploads.abort(bucket, key, upload)
                            .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_UPLOAD));
                });
    }

    @Override
    public <T> T together(
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Function<Metadata, T> change,
            Consumer<T> then) {
        return turns.take(
                namespace,
                () ->
                        scoped.write(
                                namespace,
                                () -> {
                                    var made = change.apply(this);
                                    then.accept(made);
                                    return made;
                                }));
    }

    @Override
    public Set<UUID> unknown(Collection<UUID> bodies) {
        return SystemScope.<Set<UUID>, RuntimeException>call(
                "the sweep of bodies that nobody refers to",
                () -> Objects.requireNonNull(transaction.execute(_ -> objects.unknown(bodies))));
    }

    @Override
    public Set<UUID> unclaimed(Collection<Claim> claims) {
        return SystemScope.<Set<UUID>, RuntimeException>call(
                "the sweep of bodies that nobody refers to",
                () -> Objects.requireNonNull(transaction.execute(_ -> objects.unclaimed(claims))));
    }

    @Override
    public Set<UUID> move(Collection<Move> moves) {
        var left = moves.stream().map(Move::copy).collect(Collectors.toCollection(HashSet::new));
        moves.stream()
                .collect(Collectors.groupingBy(move -> move.claim().namespace()))
                .forEach((namespace, mine) ->
                        left.removeAll(scoped.write(namespace, () -> objects.move(mine))));
        return left;
    }
}
