package io.dure.cloud.storage;

import io.dure.cloud.storage.ObjectStoring.Incoming;
import io.dure.cloud.storage.ObjectStoring.Sink;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.buckets.BucketRules;
import io.dure.engines.objects.checksum.RunningChecksum;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.events.Happening;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.s3.MultipartEtag;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Stores what is larger than one body may be, as a client would: as an upload in parts. It is an
/// unfinished upload like others until the last part is there, and one that a crash leaves behind
/// is seen, counted and ended as theirs are.
@Component
class PartStoring {
    private final Metadata metadata;
    private final Bodies bodies;
    private final Notifications notifications;
    private final InstantSource clock;

    PartStoring(
            Metadata metadata, Bodies bodies, Notifications notifications, InstantSource clock) {
        this.metadata = metadata;
        this.bodies = bodies;
        this.notifications = notifications;
        this.clock = clock;
    }

    /// Gives a range of what is to be stored, a piece at a time.
    interface Source {
        void giveTo(ByteRange range, Sink sink) throws IOException;
    }

    /// Stores in the place of what the key has, or above it.
    ///
    /// @param partBytes of each part but the last, of which there may be ten thousand
    /// @return it, with the version that it became
    /// @throws S3Exception NoSuchBucket, QuotaExceeded
    StoredObject store(
            Caller caller, String bucket, Incoming incoming, long partBytes, Source source)
            throws IOException {
        var namespace = ObjectStoring.namespace(caller);
        var configured = metadata.configured(namespace, bucket);
        var rules = BucketRules.of(namespace, configured);
        metadata.admit(namespace, bucket, incoming.length());
        var now = clock.instant();
        var upload =
                new Upload(
                        UUID.randomUUID(),
                        incoming.key(),
                        incoming.attributes(),
                        Optional.empty(),
                        bodies.encryption(namespace, ObjectStoring.encryption(rules)),
                        ObjectStoring.marks(rules, incoming, now),
                        now);
        metadata.createUpload(namespace, bucket, upload);
        try {
            var parts = new ArrayList<Part>();
            for (var at = 0L; at < incoming.length(); at += partBytes) {
                var range = new ByteRange(at, Math.min(partBytes, incoming.length() - at));
                parts.add(store(namespace, bucket, upload, parts.size() + 1, range, source));
            }
            var object = object(upload, parts);
            var written =
                    notifications.telling(
                            ObjectStoring.audience(caller, configured),
                            Set.of(incoming.event()),
                            List.of(object.key()),
                            changed ->
                                    changed.complete(
                                            namespace,
                                            bucket,
                                            upload.id(),
                                            object,
                                            new Precondition.None()),
                            made -> List.of(Happening.created(incoming.event(), object, made)));
            bodies.delete(written.unreferenced());
            return object.withVersion(written.version());
        } catch (IOException | RuntimeException e) {
            abort(namespace, bucket, upload, e);
            throw e;
        }
    }

    private Part store(
            Namespace namespace,
            String bucket,
            Upload upload,
            int number,
            ByteRange range,
            Source source)
            throws IOException {
        try (var writer = bodies.create(namespace, upload.encryption(), Optional.empty())) {
            var md5 = RunningChecksum.md5();
            source.giveTo(
                    range,
                    (bytes, length) -> {
                        md5.update(bytes, 0, length);
                        writer.write(bytes, 0, length);
                    });
            var description =
                    new OfPart(
                            bucket,
                            upload.key(),
                            upload.id(),
                            number,
                            HexFormat.of().formatHex(md5.finish()),
                            clock.instant(),
                            Optional.empty());
            var part = Part.of(description, writer.finish(description));
            writer.commit(
                    () -> metadata.putPart(namespace, bucket, upload.key(), upload.id(), part));
            return part;
        }
    }

    private StoredObject object(Upload upload, List<Part> parts) {
        return new StoredObject(
                upload.key(),
                VersionId.random(),
                parts.stream().mapToLong(part -> part.body().size()).sum(),
                MultipartEtag.of(parts.stream().map(Part::etag).toList()),
                clock.instant(),
                upload.attributes(),
                Optional.empty(),
                upload.encryption(),
                upload.marks(),
                parts.stream().map(Part::body).toList());
    }

    /// What was stored of it is nobody's use.
    private void abort(Namespace namespace, String bucket, Upload upload, Exception failure) {
        try {
            bodies.delete(metadata.abort(namespace, bucket, upload.key(), upload.id()));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
