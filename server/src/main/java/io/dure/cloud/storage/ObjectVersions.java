package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.READ;
import static io.dure.cloud.storage.StorageCapabilities.WRITE;

import io.dure.cloud.storage.ObjectStoring.Incoming;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.ObjectReader;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Page;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/// What buckets keep of what was overwritten and deleted, for the organisation's pages.
@Service
public class ObjectVersions {
    private static final int PIECE_BYTES = 64 * 1024;

    /// Half as many as there may be are enough for the largest object.
    private static final long PART_BYTES = 1L << 30;

    private final Metadata metadata;
    private final Bodies bodies;
    private final Objects objects;
    private final ObjectStoring storing;
    private final PartStoring inParts;
    private final VersionRepository repository;
    private final Scoped scoped;
    private final WebMeter meter;
    private final InstantSource clock;

    ObjectVersions(
            Metadata metadata,
            Bodies bodies,
            Objects objects,
            ObjectStoring storing,
            PartStoring inParts,
            VersionRepository repository,
            Scoped scoped,
            WebMeter meter,
            InstantSource clock) {
        this.metadata = metadata;
        this.bodies = bodies;
        this.objects = objects;
        this.storing = storing;
        this.inParts = inParts;
        this.repository = repository;
        this.scoped = scoped;
        this.meter = meter;
        this.clock = clock;
    }

    /// A version, and what keeps it from being deleted.
    public record Shown(ListedVersion version, Optional<Lock> lock) {}

    /// @param until when it ends by itself; empty if it does not
    public record Lock(Optional<Instant> until) {}

    /// @param folders what keys share up to the next slash
    /// @param last the last entry, from which the next page goes on
    public record Versions(
            List<Shown> versions, List<String> folders, boolean hasMore, String last) {}

    /// A page of a bucket's versions as folders, the newest of a key first.
    ///
    /// @param after the last entry of the page before, or empty
    /// @param afterVersion the version that it was, if it was one
    public Versions browse(
            Caller caller,
            String bucket,
            String prefix,
            String after,
            Optional<VersionId> afterVersion,
            int limit) {
        caller.require(READ);
        var namespace = ObjectStoring.namespace(caller);
        var page =
                StorageProblems.translate(() ->
                        metadata.versions(
                                namespace,
                                bucket,
                                new Listing(prefix, "/", after, limit),
                                afterVersion));
        meter.done(caller, bucket, RequestClass.WRITE, 0, 0);
        var keys = page.items().stream().map(ListedVersion::key).distinct().toList();
        var locks = scoped.read(namespace, () -> repository.locks(bucket, keys, clock.instant()));
        return shown(page, locks);
    }

    private static Versions shown(Page<ListedVersion> page, List<VersionRepository.Locked> locks) {
        var byVersion =
                locks.stream()
                        .collect(
                                Collectors.toMap(
                                        VersionRepository.Locked::of, Function.identity()));
        return new Versions(
                page.items().stream()
                        .map(version ->
                                new Shown(
                                        version,
                                        Optional.ofNullable(
                                                        byVersion.get(
                                                                new VersionRepository.Name(
                                                                        version.key(),
                                                                        version.version())))
                                                .map(locked -> new Lock(locked.until()))))
                        .toList(),
                page.commonPrefixes(),
                page.truncated(),
                page.last());
    }

    /// Puts what an older version holds above all versions of its key, as a new one.
    ///
    /// @throws UnknownThingException if there is no such version, or it is a marker
    public StoredObject restore(Caller caller, String bucket, String key, VersionId version)
            throws IOException {
        return restore(caller, bucket, key, version, ObjectStoring.LARGEST_BYTES);
    }

    /// @param largestBytes that are copied in one piece
    StoredObject restore(
            Caller caller, String bucket, String key, VersionId version, long largestBytes)
            throws IOException {
        caller.require(READ);
        caller.require(WRITE);
        try {
            var source = objects.find(caller, bucket, key, Optional.of(version));
            Objects.requireReadable(source);
            var stored = copy(caller, bucket, source, largestBytes);
            meter.done(caller, bucket, RequestClass.WRITE, 0, 0);
            return stored;
        } catch (S3Exception e) {
            meter.refused(caller, bucket, RequestClass.WRITE, e.error().code());
            throw StorageProblems.problem(e);
        }
    }

    /// While it is copied, nobody deletes the version's bodies.
    private StoredObject copy(Caller caller, String bucket, StoredObject source, long largestBytes)
            throws IOException {
        var incoming =
                new Incoming(
                        Event.CREATED_COPY,
                        source.key(),
                        source.attributes(),
                        source.marks().tags(),
                        source.size());
        var opened = bodies.open(source.contents());
        try (var reader = opened.orElseThrow(() -> new UnknownThingException("version"))) {
            return source.size() > largestBytes
                    ? inParts.store(
                            caller,
                            bucket,
                            incoming,
                            Math.min(largestBytes, PART_BYTES),
                            (range, sink) -> pass(reader, range, sink))
                    : storing.store(
                            caller,
                            bucket,
                            incoming,
                            sink -> pass(reader, ByteRange.whole(source.size()), sink));
        }
    }

    private static void pass(ObjectReader reader, ByteRange range, ObjectStoring.Sink sink)
            throws IOException {
        var piece = new byte[PIECE_BYTES];
        reader.read(
                range,
                bytes -> {
                    while (bytes.hasRemaining()) {
                        var count = Math.min(piece.length, bytes.remaining());
                        bytes.get(piece, 0, count);
                        sink.take(piece, count);
                    }
                });
    }
}
