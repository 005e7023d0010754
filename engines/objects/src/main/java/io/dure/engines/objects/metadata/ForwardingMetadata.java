package io.dure.engines.objects.metadata;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Metadata that pass every call on, for whoever does some of them in another way.
public abstract class ForwardingMetadata implements Metadata {
    private final Metadata inner;

    protected ForwardingMetadata(Metadata inner) {
        this.inner = inner;
    }

    /// What calls are passed on to.
    protected final Metadata inner() {
        return inner;
    }

    @Override
    public List<Bucket> buckets(Namespace namespace) {
        return inner.buckets(namespace);
    }

    @Override
    public Bucket bucket(Namespace namespace, String bucket) {
        return inner.bucket(namespace, bucket);
    }

    @Override
    public Versioning versioning(Namespace namespace, String bucket) {
        return inner.versioning(namespace, bucket);
    }

    @Override
    public void createBucket(Namespace namespace, Bucket bucket) {
        inner.createBucket(namespace, bucket);
    }

    @Override
    public List<StoredBody> deleteBucket(Namespace namespace, String bucket) {
        return inner.deleteBucket(namespace, bucket);
    }

    @Override
    public ConfiguredBucket configured(Namespace namespace, String bucket) {
        return inner.configured(namespace, bucket);
    }

    @Override
    public BucketState state(Namespace namespace, String bucket) {
        return inner.state(namespace, bucket);
    }

    @Override
    public List<StoredBody> noted(
            Namespace namespace, String bucket, BucketState state, StoredBody note) {
        return inner.noted(namespace, bucket, state, note);
    }

    @Override
    public Optional<String> unnoted(Namespace namespace) {
        return inner.unnoted(namespace);
    }

    @Override
    public List<StoredBody> noted(Namespace namespace, String text, StoredBody note) {
        return inner.noted(namespace, text, note);
    }

    @Override
    public void putDocument(Namespace namespace, String bucket, BucketDocument kind, String text) {
        inner.putDocument(namespace, bucket, kind, text);
    }

    @Override
    public void deleteDocument(Namespace namespace, String bucket, BucketDocument kind) {
        inner.deleteDocument(namespace, bucket, kind);
    }

    @Override
    public void admit(Namespace namespace, String bucket, long sizeBytes) {
        inner.admit(namespace, bucket, sizeBytes);
    }

    @Override
    public void setVersioning(Namespace namespace, String bucket, Versioning versioning) {
        inner.setVersioning(namespace, bucket, versioning);
    }

    @Override
    public void enableObjectLock(Namespace namespace, String bucket) {
        inner.enableObjectLock(namespace, bucket);
    }

    @Override
    public Found find(Namespace namespace, String bucket, String key, Optional<VersionId> version) {
        return inner.find(namespace, bucket, key, version);
    }

    @Override
    public Written put(
            Namespace namespace,
            String bucket,
            StoredObject object,
            Precondition precondition,
            Unforced bytes) {
        return inner.put(namespace, bucket, object, precondition, bytes);
    }

    @Override
    public List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now) {
        return inner.delete(namespace, bucket, deletions, bypassGovernance, now);
    }

    @Override
    public List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now) {
        return inner.expire(namespace, bucket, expiries, now);
    }

    @Override
    public Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now) {
        return inner.mark(namespace, bucket, key, version, change, bypassGovernance, now);
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
        return inner.mark(namespace, bucket, key, version, change, bypassGovernance, now, note);
    }

    @Override
    public Page<ListedVersion> versions(
            Namespace namespace, String bucket, Listing listing, Optional<VersionId> afterVersion) {
        return inner.versions(namespace, bucket, listing, afterVersion);
    }

    @Override
    public Page<ListedObject> list(Namespace namespace, String bucket, Listing listing) {
        return inner.list(namespace, bucket, listing);
    }

    @Override
    public void createUpload(Namespace namespace, String bucket, Upload upload) {
        inner.createUpload(namespace, bucket, upload);
    }

    @Override
    public Upload upload(Namespace namespace, String bucket, String key, UUID upload) {
        return inner.upload(namespace, bucket, key, upload);
    }

    @Override
    public Page<Upload> uploads(
            Namespace namespace, String bucket, Listing listing, Optional<UUID> afterUpload) {
        return inner.uploads(namespace, bucket, listing, afterUpload);
    }

    @Override
    public List<StoredBody> putPart(
            Namespace namespace, String bucket, String key, UUID upload, Part part) {
        return inner.putPart(namespace, bucket, key, upload, part);
    }

    @Override
    public List<Part> parts(
            Namespace namespace, String bucket, String key, UUID upload, int after, int limit) {
        return inner.parts(namespace, bucket, key, upload, after, limit);
    }

    @Override
    public Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        return inner.complete(namespace, bucket, upload, object, precondition);
    }

    @Override
    public Found completed(Namespace namespace, String bucket, String key, UUID upload) {
        return inner.completed(namespace, bucket, key, upload);
    }

    @Override
    public List<StoredBody> abort(Namespace namespace, String bucket, String key, UUID upload) {
        return inner.abort(namespace, bucket, key, upload);
    }

    @Override
    public void forget(Namespace namespace, String bucket) {
        inner.forget(namespace, bucket);
    }

    @Override
    public <T> T together(
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Function<Metadata, T> change,
            Consumer<T> then) {
        return inner.together(namespace, bucket, keys, change, then);
    }

    @Override
    public Set<UUID> unknown(Collection<UUID> bodies) {
        return inner.unknown(bodies);
    }

    @Override
    public Set<UUID> unclaimed(Collection<Claim> claims) {
        return inner.unclaimed(claims);
    }

    @Override
    public Set<UUID> move(Collection<Move> moves) {
        return inner.move(moves);
    }
}
