package io.dure.engines.objects.buckets;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.Versioning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Buckets and their rules, which are remembered for a few seconds so that no request for an object
/// asks for them. All changes of buckets go through here and count at once; those of other
/// processes count within these seconds.
public final class Buckets {
    /// The text of a document that was deleted, where to have had none means something else.
    public static final String DELETED = "";

    private static final Set<BucketDocument> WITH_DEFAULTS =
            Set.of(BucketDocument.OWNERSHIP, BucketDocument.PUBLIC_ACCESS);

    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);

    /// More than are in use at a time; a policy may have 20 KiB.
    private static final int MOST = 4_000;

    private final Metadata metadata;
    private final InstantSource clock;
    private final ConcurrentHashMap<Name, Remembered> remembered = new ConcurrentHashMap<>();

    public Buckets(Metadata metadata, InstantSource clock) {
        this.metadata = metadata;
        this.clock = clock;
    }

    private record Name(Namespace namespace, String bucket) {}

    private record Remembered(BucketRules rules, Instant until) {}

    /// @return empty if there is no such bucket, which is not remembered
    public Optional<BucketRules> rules(Namespace namespace, String bucket) {
        try {
            return Optional.of(require(namespace, bucket));
        } catch (S3Exception e) {
            if (e.error() == S3Error.NO_SUCH_BUCKET) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /// @throws S3Exception NoSuchBucket
    public BucketRules require(Namespace namespace, String bucket) {
        var name = new Name(namespace, bucket);
        var now = clock.instant();
        var known = remembered.get(name);
        return known != null && known.until().isAfter(now)
                ? known.rules()
                : load(name, now).rules();
    }

    /// Within the map's lock of the name, so that a change that comes meanwhile is forgotten after
    /// what was read before it.
    private Remembered load(Name name, Instant now) {
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        return remembered.compute(
                name,
                (_, before) ->
                        before != null && before.until().isAfter(now)
                                ? before
                                : new Remembered(
                                        BucketRules.of(name.namespace(), configured(name)),
                                        now.plus(REMEMBERED_FOR)));
    }

    private ConfiguredBucket configured(Name name) {
        return metadata.configured(name.namespace(), name.bucket());
    }

    /// @throws S3Exception BucketAlreadyOwnedByYou, TooManyBuckets
    public void create(Namespace namespace, Bucket bucket) {
        try {
            metadata.createBucket(namespace, bucket);
        } finally {
            forget(namespace, bucket.name());
        }
    }

    /// @return the bodies that nothing refers to any more
    /// @throws S3Exception NoSuchBucket, BucketNotEmpty
    public List<StoredBody> delete(Namespace namespace, String bucket) {
        try {
            return metadata.deleteBucket(namespace, bucket);
        } finally {
            forget(namespace, bucket);
        }
    }

    /// @throws S3Exception NoSuchBucket
    public void put(Namespace namespace, String bucket, BucketDocument kind, String text) {
        try {
            metadata.putDocument(namespace, bucket, kind, text);
        } finally {
            forget(namespace, bucket);
        }
    }

    /// Deletes a document, if it is there.
    ///
    /// @throws S3Exception NoSuchBucket
    public void remove(Namespace namespace, String bucket, BucketDocument kind) {
        if (WITH_DEFAULTS.contains(kind)) {
            put(namespace, bucket, kind, DELETED);
            return;
        }
        try {
            metadata.deleteDocument(namespace, bucket, kind);
        } finally {
            forget(namespace, bucket);
        }
    }

    /// @throws S3Exception NoSuchBucket, InvalidBucketState
    public void setVersioning(Namespace namespace, String bucket, Versioning versioning) {
        try {
            metadata.setVersioning(namespace, bucket, versioning);
        } finally {
            forget(namespace, bucket);
        }
    }

    /// @throws S3Exception NoSuchBucket, InvalidBucketState
    public void enableObjectLock(Namespace namespace, String bucket) {
        try {
            metadata.enableObjectLock(namespace, bucket);
        } finally {
            forget(namespace, bucket);
        }
    }

    /// The bucket was changed otherwise.
    public void forget(Namespace namespace, String bucket) {
        remembered.remove(new Name(namespace, bucket));
    }
}
