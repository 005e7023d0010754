package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.READ;
import static io.dure.cloud.storage.StorageCapabilities.WRITE;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.format.ByteSink;
import io.dure.engines.objects.checksum.RunningChecksum;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Audience;
import io.dure.engines.objects.events.Happening;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.notes.Storing;
import io.dure.engines.objects.s3.ObjectKeys;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

/// The objects of the organisation in scope, for its pages. No transaction is open while bytes
/// move: each step is one of the engine's own.
@Service
public class Objects {
    private static final int PIECE_BYTES = 64 * 1024;

    /// Above it, room is asked for before the body is read.
    private static final long ADMITTED_UNSEEN_BYTES = 1 << 20;

    private static final long LARGEST_BYTES = 5L << 30;

    private final Metadata metadata;
    private final Bodies bodies;
    private final WebMeter meter;
    private final Notifications notifications;
    private final InstantSource clock;

    Objects(
            Metadata metadata,
            Bodies bodies,
            WebMeter meter,
            Notifications notifications,
            InstantSource clock) {
        this.metadata = metadata;
        this.bodies = bodies;
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
                                namespace(caller), bucket, new Listing(prefix, "/", after, limit)));
        meter.done(caller, bucket, RequestClass.WRITE, 0, 0);
        return page;
    }

    public StoredObject find(Caller caller, String bucket, String key) {
        caller.require(READ);
        return StorageProblems.translate(() ->
                metadata.object(namespace(caller), bucket, key)
                        .orElseThrow(() -> new S3Exception(S3Error.NO_SUCH_KEY)));
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
            var stored = store(audience(caller, bucket), bucket, key, contentType, length, content);
            meter.done(caller, bucket, RequestClass.WRITE, length, 0);
            return stored;
        } catch (S3Exception e) {
            meter.refused(caller, bucket, RequestClass.WRITE, e.error().code());
            throw StorageProblems.problem(e);
        }
    }

    private StoredObject store(
            Audience audience,
            String bucket,
            String key,
            String contentType,
            long length,
            InputStream content)
            throws IOException {
        var namespace = audience.namespace();
        if (length > LARGEST_BYTES) {
            throw new S3Exception(S3Error.ENTITY_TOO_LARGE);
        }
        if (length > ADMITTED_UNSEEN_BYTES) {
            metadata.admit(namespace, bucket, length);
        }
        try (var writer = bodies.create(namespace)) {
            var md5 = RunningChecksum.md5();
            var piece = new byte[PIECE_BYTES];
            for (var count = content.read(piece); count >= 0; count = content.read(piece)) {
                md5.update(piece, 0, count);
                writer.write(piece, 0, count);
            }
            if (writer.size() != length) {
                throw new S3Exception(S3Error.INCOMPLETE_BODY);
            }
            var description =
                    new OfObject(
                            bucket,
                            key,
                            HexFormat.of().formatHex(md5.finish()),
                            clock.instant(),
                            new Attributes(Map.of("content-type", contentType), Map.of()),
                            Optional.empty());
            return Storing.put(
                            bodies,
                            metadata,
                            namespace,
                            writer,
                            description,
                            object ->
                                    notifications.telling(
                                            audience,
                                            Set.of(Event.CREATED_PUT),
                                            List.of(key),
                                            () ->
                                                    metadata.put(
                                                            namespace,
                                                            bucket,
                                                            object,
                                                            new Precondition.None()),
                                            made ->
                                                    List.of(
                                                            Happening.created(
                                                                    Event.CREATED_PUT,
                                                                    object,
                                                                    made))))
                    .object();
        }
    }

    /// Deletes an object; that there was none is no error.
    public void delete(Caller caller, String bucket, String key) {
        caller.require(WRITE);
        StorageProblems.translate(() -> {
            var deletion = List.of(Deletion.of(key));
            var outcomes =
                    notifications.telling(
                            audience(caller, bucket),
                            Happening.OF_DELETIONS,
                            List.of(key),
                            () ->
                                    metadata.delete(
                                            namespace(caller),
                                            bucket,
                                            deletion,
                                            false,
                                            clock.instant()),
                            made -> Happening.deleted(deletion, made));
            bodies.delete(outcomes.getFirst().require().unreferenced());
            return true;
        });
        meter.done(caller, bucket, RequestClass.DELETE, 0, 0);
    }

    private Audience audience(Caller caller, String bucket) {
        var namespace = namespace(caller);
        return Audience.of(
                namespace,
                metadata.configured(namespace, bucket),
                new EventRecord.Request(caller.person().toString(), caller.address(), ""));
    }

    private static Namespace namespace(Caller caller) {
        return new Namespace(caller.tenant().value());
    }
}
