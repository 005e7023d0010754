package io.dure.engines.objects.metadata;

import io.dure.engines.objects.error.S3Exception;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Remembers buckets, objects and multipart uploads for the engine. Each call is one transaction,
/// durable once it returns; a refusal is an [S3Exception] and changes nothing, and so does an
/// [UnaskedException]. Every call that names a bucket refuses an unknown one with `NoSuchBucket`.
///
/// Calls that replace or remove return the bodies that nothing refers to any more; the engine
/// deletes them after the call. Bodies left over by a crash in between are found by [#unknown].
public interface Metadata {
    /// By name, in UTF-8 binary order.
    List<Bucket> buckets(Namespace namespace);

    Bucket bucket(Namespace namespace, String bucket);

    /// Whether a bucket has versions.
    default Versioning versioning(Namespace namespace, String bucket) {
        return bucket(namespace, bucket).versioning();
    }

    /// @throws S3Exception BucketAlreadyOwnedByYou, TooManyBuckets
    void createBucket(Namespace namespace, Bucket bucket);

    /// @throws S3Exception BucketNotEmpty while it holds an object; unfinished uploads do not count
    List<StoredBody> deleteBucket(Namespace namespace, String bucket);

    /// The bucket with all its documents, in one question.
    ConfiguredBucket configured(Namespace namespace, String bucket);

    /// What is to be noted of a bucket in the store, so that it can be made anew from there.
    BucketState state(Namespace namespace, String bucket);

    /// Remembers where a bucket is noted.
    ///
    /// @param state that the note tells of
    /// @return notes that nothing refers to any more: the one before
    List<StoredBody> noted(Namespace namespace, String bucket, BucketState state, StoredBody note);

    /// What is to be noted of whose a namespace is.
    ///
    /// @return empty if that is noted, or nobody knows
    Optional<String> unnoted(Namespace namespace);

    /// Remembers where it is noted whose a namespace is.
    ///
    /// @return notes that nothing refers to any more: the one before
    List<StoredBody> noted(Namespace namespace, String text, StoredBody note);

    /// Puts a document in the place of the one of its kind.
    void putDocument(Namespace namespace, String bucket, BucketDocument kind, String text);

    /// Deletes a document, if it is there.
    void deleteDocument(Namespace namespace, String bucket, BucketDocument kind);

    /// Refuses a large body before it is sent, as far as can be told: what [#put] will say counts.
    ///
    /// @throws S3Exception QuotaExceeded
    void admit(Namespace namespace, String bucket, long sizeBytes);

    /// @throws S3Exception InvalidBucketState if its objects can be locked
    void setVersioning(Namespace namespace, String bucket, Versioning versioning);

    /// Lets a bucket's objects be locked from now on.
    ///
    /// @throws S3Exception InvalidBucketState unless it has versions
    void enableObjectLock(Namespace namespace, String bucket);

    /// @param version empty for the current one
    Found find(Namespace namespace, String bucket, String key, Optional<VersionId> version);

    /// The current object, unless it is deleted.
    default Optional<StoredObject> object(Namespace namespace, String bucket, String key) {
        return find(namespace, bucket, key, Optional.empty())
                .object()
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast);
    }

    /// Puts an object in the place of the one of its key, or above it in a bucket with versions.
    ///
    /// @param object its version is what it is to have if the bucket has versions
    /// @param bytes the object's, which are durable before it is put
    /// @throws NotDurableException if they could not be made so; then it is not put
    /// @throws S3Exception PreconditionFailed, NoSuchKey (a match is wanted and there is none),
    ///   QuotaExceeded, InvalidRequest (it is locked, and the bucket knows no locks)
    Written put(
            Namespace namespace,
            String bucket,
            StoredObject object,
            Precondition precondition,
            Unforced bytes);

    /// Puts an object whose bytes are durable.
    default Written put(
            Namespace namespace, String bucket, StoredObject object, Precondition precondition) {
        return put(namespace, bucket, object, precondition, Unforced.NOTHING);
    }

    /// Deletes what there is, in order. One that is refused does not keep the others from going.
    ///
    /// @param bypassGovernance whether versions go that are retained in governance mode
    /// @param now at which retention ends
    /// @return an outcome for each; AccessDenied for a version that is locked, PreconditionFailed
    List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now);

    /// Ends versions by themselves, in order. One that is refused does not keep the others from
    /// going.
    ///
    /// @param now at which retention ends, which nothing bypasses
    /// @return an outcome for each; PreconditionFailed for one that is not as it was seen,
    ///   AccessDenied for one that is locked
    List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now);

    /// Changes what may change of a version.
    ///
    /// @param version empty for the current one
    /// @param bypassGovernance whether a retention in governance mode may be loosened
    /// @param now at which retention ends
    /// @throws S3Exception NoSuchKey, NoSuchVersion, MethodNotAllowed (it is a marker),
    ///   InvalidRequest (the bucket knows no locks), AccessDenied (it is retained for longer)
    default Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now) {
        return mark(
                namespace, bucket, key, version, change, bypassGovernance, now, Optional.empty());
    }

    /// Changes what may change of a version.
    ///
    /// @param note that says in the store what its marks are then
    Written mark(
            Namespace namespace,
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now,
            Optional<StoredBody> note);

    /// Versions by key, the newest of a key first. The page's `last` is the last version's key.
    ///
    /// @param afterVersion with the listing's `after` as its key, the version to go on from; empty
    ///   to go on from the next key
    Page<ListedVersion> versions(
            Namespace namespace, String bucket, Listing listing, Optional<VersionId> afterVersion);

    Page<ListedObject> list(Namespace namespace, String bucket, Listing listing);

    void createUpload(Namespace namespace, String bucket, Upload upload);

    /// @throws S3Exception NoSuchUpload
    Upload upload(Namespace namespace, String bucket, String key, UUID upload);

    /// Uploads by key, then id. The page's `last` is the last upload's key.
    ///
    /// @param afterUpload with the listing's `after` as its key, the upload to go on from; empty to
    ///   go on from the next key
    Page<Upload> uploads(
            Namespace namespace, String bucket, Listing listing, Optional<UUID> afterUpload);

    /// Puts a part in the place of the one of its number. Its bytes count against the quotas at
    /// once.
    ///
    /// @throws S3Exception NoSuchUpload, QuotaExceeded
    List<StoredBody> putPart(
            Namespace namespace, String bucket, String key, UUID upload, Part part);

    /// Parts by number.
    ///
    /// @param after leaves out parts up to this number
    /// @throws S3Exception NoSuchUpload
    List<Part> parts(
            Namespace namespace, String bucket, String key, UUID upload, int after, int limit);

    /// Turns an upload into an object made of some of its parts, and forgets the rest.
    ///
    /// @param object its contents are bodies of parts
    /// @throws S3Exception NoSuchUpload, InvalidPart (a body is no part's any more),
    ///   PreconditionFailed, NoSuchKey, QuotaExceeded
    Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition);

    /// What an upload became, while that is there.
    ///
    /// @return without an object if it was never completed, or its object was replaced or deleted
    Found completed(Namespace namespace, String bucket, String key, UUID upload);

    /// @throws S3Exception NoSuchUpload
    List<StoredBody> abort(Namespace namespace, String bucket, String key, UUID upload);

    /// The bucket was changed by other means than these calls.
    default void forget(Namespace namespace, String bucket) {}

    /// Makes a change of objects and what follows from it one transaction: both are there when this
    /// returns, and neither if it throws.
    ///
    /// @param keys of all objects that it changes
    /// @param change one call of the metadata that it is given, whose answer it returns
    /// @param then learns that answer; it waits for nothing but the transaction's own database, for
    ///   many cannot be open at a time
    <T> T together(
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Function<Metadata, T> change,
            Consumer<T> then);

    /// Which of these bodies no object and no part of any namespace refers to: those of before
    /// bodies described themselves, for it is searched for everywhere.
    Set<UUID> unknown(Collection<UUID> bodies);

    /// Which of these bodies are not what they claim to be: the object or the part has another body
    /// by now, or is no more.
    Set<UUID> unclaimed(Collection<Claim> claims);

    /// Has the metadata name the copies of some bodies in the place of the bodies.
    ///
    /// @return the copies that were not taken, since their bodies are not named any more
    Set<UUID> move(Collection<Move> moves);
}
