package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.READ;
import static io.dure.cloud.storage.StorageCapabilities.WRITE;

import io.dure.cloud.storage.ObjectStoring.Incoming;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.format.ByteSink;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Happening;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.DeletionOutcome.Refused;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.s3.ObjectKeys;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

/// The objects of the organisation in scope, for its pages. No transaction is open while bytes
/// move: each step is one of the engine's own.
@Service
public class Objects {
    private static final int PIECE_BYTES = 64 * 1024;

    private final Metadata metadata;
    private final Bodies bodies;
    private final ObjectStoring storing;
    private final WebMeter meter;
    private final Notifications notifications;
    private final InstantSource clock;

    Objects(
            Metadata metadata,
            Bodies bodies,
            ObjectStoring storing,
            WebMeter meter,
            Notifications notifications,
            InstantSource clock) {
        this.metadata = metadata;
        this.bodies = bodies;
        this.storing = storing;
        this.meter = meter;
        this.notifications = notifications;
        this.clock = clock;
    }

    /// A page of a bucket as folders: keys fold at the next slash behind the prefix.
    ///
    /// @param after the last entry of the page before, or empty
    public Page<ListedObject> browse(
            Caller caller, String bucket, String prefix, String after, int limit) {
        caller.require(READ);
        var page =
                StorageProblems.translate(() ->
                        metadata.list(
                                ObjectStoring.namespace(caller),
                                bucket,
                                new Listing(prefix, "/", after, limit)));
        meter.done(caller, bucket, RequestClass.WRITE, 0, 0);
        return page;
    }

    /// An object that can be read here.
    ///
    /// @param version empty for the current one
    public StoredObject open(
            Caller caller, String bucket, String key, Optional<VersionId> version) {
        caller.require(READ);
        var object = StorageProblems.translate(() -> find(caller, bucket, key, version));
        requireReadable(object);
        return object;
    }

    /// @throws S3Exception NoSuchBucket, NoSuchKey, NoSuchVersion
    StoredObject find(Caller caller, String bucket, String key, Optional<VersionId> version) {
        return metadata.find(ObjectStoring.namespace(caller), bucket, key, version)
                .object()
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast)
                .orElseThrow(() ->
                        new S3Exception(
                                version.isPresent()
                                        ? S3Error.NO_SUCH_VERSION
                                        : S3Error.NO_SUCH_KEY));
    }

    /// Passes the bytes of an object that was found on, verified.
    ///
    /// @return whether it is still there
    public boolean read(
            Caller caller, String bucket, StoredObject object, ByteRange range, ByteSink sink)
            throws IOException {
        var opened = bodies.open(object.contents());
        if (opened.isEmpty()) {
            return false;
        }
        var sent = new AtomicLong();
        try (var reader = opened.get()) {
            reader.read(
                    range,
                    bytes -> {
                        var length = bytes.remaining();
                        sink.accept(bytes);
                        sent.addAndGet(length);
                    });
        } finally {
            meter.done(caller, bucket, RequestClass.READ, 0, sent.get());
        }
        return true;
    }

    /// Stores what the stream holds, in the place of what the key has.
    ///
    /// @param length that the client announced, in bytes
    public StoredObject store(
            Caller caller,
            String bucket,
            String key,
            String contentType,
            long length,
            InputStream content)
            throws IOException {
        caller.require(WRITE);
        try {
            ObjectKeys.require(key);
            var stored =
                    storing.store(
                            caller,
                            bucket,
                            new Incoming(
                                    Event.CREATED_PUT,
                                    key,
                                    new Attributes(Map.of("content-type", contentType), Map.of()),
                                    ObjectTags.NONE,
                                    length),
                            sink -> pass(content, sink));
            meter.done(caller, bucket, RequestClass.WRITE, length, 0);
            return stored;
        } catch (S3Exception e) {
            meter.refused(caller, bucket, RequestClass.WRITE, e.error().code());
            throw StorageProblems.problem(e);
        }
    }

    private static void pass(InputStream content, ObjectStoring.Sink sink) throws IOException {
        var piece = new byte[PIECE_BYTES];
        for (var count = content.read(piece); count >= 0; count = content.read(piece)) {
            sink.take(piece, count);
        }
    }

    /// Deletes an object; that there was none is no error.
    ///
    /// @param version to delete for good; empty for the current one, of which a bucket with
    ///   versions keeps what there was
    /// @throws LockedVersionException if it is locked
    public void delete(Caller caller, String bucket, String key, Optional<VersionId> version) {
        caller.require(WRITE);
        StorageProblems.translate(() -> {
            var deletion = List.of(new Deletion(key, version, new Precondition.None()));
            var outcomes =
                    notifications.telling(
                            storing.audience(caller, bucket),
                            Happening.OF_DELETIONS,
                            List.of(key),
                            changed ->
                                    changed.delete(
                                            ObjectStoring.namespace(caller),
                                            bucket,
                                            deletion,
                                            false,
                                            clock.instant()),
                            made -> Happening.deleted(deletion, made));
            bodies.delete(require(outcomes.getFirst(), caller, bucket, deletion.getFirst()));
            return true;
        });
        meter.done(caller, bucket, RequestClass.DELETE, 0, 0);
    }

    /// @return bodies that nothing refers to any more
    private List<StoredBody> require(
            DeletionOutcome outcome, Caller caller, String bucket, Deletion deletion) {
        return switch (outcome) {
            case Deleted deleted -> deleted.unreferenced();
            case Refused(var reason) -> {
                if (reason.error() == S3Error.ACCESS_DENIED) {
                    throw locked(caller, bucket, deletion);
                }
                throw reason;
            }
        };
    }

    private LockedVersionException locked(Caller caller, String bucket, Deletion deletion) {
        var found =
                metadata.find(
                        ObjectStoring.namespace(caller),
                        bucket,
                        deletion.key(),
                        deletion.version());
        return found.object()
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast)
                .map(object -> LockedVersionException.of(object.marks()))
                .orElseGet(() -> LockedVersionException.of(Marks.NONE));
    }

    /// What was stored under a key that only the client has is no use without it.
    static void requireReadable(StoredObject object) {
        if (object.encryption() instanceof Encryption.Customer) {
            throw new ConflictException(
                    "key-kept-elsewhere",
                    "It is encrypted under a key that only the program has that stored it.");
        }
    }
}
