package io.dure.engines.objects.notes;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.ListedPart;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.Expiry;
import io.dure.engines.objects.metadata.ForwardingMetadata;
import io.dure.engines.objects.metadata.Marker;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Metadata that note in the store what no object's bytes say: before they are changed where that
/// makes a version, and right after a bucket was configured. Either way it is durable before the
/// client hears of the change.
public final class NotedMetadata extends ForwardingMetadata {
    /// As many as S3 has.
    private static final int MOST_PARTS = 10_000;

    private final Bodies bodies;
    private final BucketNotes notes;
    private final KnownVersioning versioning;

    /// @param clock by which it is forgotten what other processes may have changed
    public NotedMetadata(Metadata inner, Bodies bodies, BucketNotes notes, InstantSource clock) {
        this(inner, bodies, notes, new KnownVersioning(inner, clock));
    }

    private NotedMetadata(
            Metadata inner, Bodies bodies, BucketNotes notes, KnownVersioning versioning) {
        super(inner);
        this.bodies = bodies;
        this.notes = notes;
        this.versioning = versioning;
    }

    @Override
    public Versioning versioning(Namespace namespace, String bucket) {
        return versioning.of(namespace, bucket);
    }

    private void configure(Namespace namespace, String bucket, Runnable change) {
        try (var _ = bodies.turns().configuring(namespace, bucket)) {
            try {
                change.run();
            } finally {
                versioning.forget(namespace, bucket);
            }
            notes.writeInTurn(namespace, bucket);
        }
    }

    @Override
    public void createBucket(Namespace namespace, Bucket bucket) {
        configure(namespace, bucket.name(), () -> inner().createBucket(namespace, bucket));
    }

    @Override
    public void putDocument(Namespace namespace, String bucket, BucketDocument kind, String text) {
        configure(namespace, bucket, () -> inner().putDocument(namespace, bucket, kind, text));
    }

    @Override
    public void deleteDocument(Namespace namespace, String bucket, BucketDocument kind) {
        configure(namespace, bucket, () -> inner().deleteDocument(namespace, bucket, kind));
    }

    @Override
    public void setVersioning(Namespace namespace, String bucket, Versioning wanted) {
        configure(namespace, bucket, () -> inner().setVersioning(namespace, bucket, wanted));
    }

    @Override
    public void enableObjectLock(Namespace namespace, String bucket) {
        configure(namespace, bucket, () -> inner().enableObjectLock(namespace, bucket));
    }

    @Override
    public List<StoredBody> deleteBucket(Namespace namespace, String bucket) {
        try {
            return inner().deleteBucket(namespace, bucket);
        } finally {
            versioning.forget(namespace, bucket);
        }
    }

    @Override
    public List<DeletionOutcome> delete(
            Namespace namespace,
            String bucket,
            List<Deletion> deletions,
            boolean bypassGovernance,
            Instant now) {
        var all = new ArrayList<>(deletions);
        return mark(
                namespace,
                bucket,
                positions(deletions, deletion -> deletion.version().isEmpty()),
                at -> deletions.get(at).key(),
                now,
                (at, marker) -> all.set(at, all.get(at).withMarker(marker)),
                () -> inner().delete(namespace, bucket, all, bypassGovernance, now));
    }

    @Override
    public List<DeletionOutcome> expire(
            Namespace namespace, String bucket, List<Expiry> expiries, Instant now) {
        var all = new ArrayList<>(expiries);
        return mark(
                namespace,
                bucket,
                positions(expiries, expiry -> expiry.state() == Expiry.State.CURRENT),
                at -> expiries.get(at).key(),
                now,
                (at, marker) -> all.set(at, all.get(at).withMarker(marker)),
                () -> inner().expire(namespace, bucket, all, now));
    }

    private interface Test<T> {
        boolean passes(T item);
    }

    private static <T> List<Integer> positions(List<T> items, Test<T> test) {
        var positions = new ArrayList<Integer>();
        for (var at = 0; at < items.size(); at++) {
            if (test.passes(items.get(at))) {
                positions.add(at);
            }
        }
        return positions;
    }

    private interface Keys {
        String at(int position);
    }

    private interface Taking {
        void take(int position, Marker marker);
    }

    /// Ends versions, with notes of the markers that may come to stand above some.
    ///
    /// @param positions of those
    /// @param taking learns their markers before the act
    private List<DeletionOutcome> mark(
            Namespace namespace,
            String bucket,
            List<Integer> positions,
            Keys keys,
            Instant now,
            Taking taking,
            Supplier<List<DeletionOutcome>> act) {
        if (positions.isEmpty()) {
            return act.get();
        }
        try (var turn = bodies.turns().in(namespace, bucket)) {
            var versions = versioning(namespace, bucket);
            if (versions == Versioning.NEVER) {
                return act.get();
            }
            turn.at(positions.stream().map(keys::at).toList());
            var markers =
                    positions.stream()
                            .map(at -> new OfMarker(bucket, keys.at(at), newVersion(versions), now))
                            .toList();
            return mark(namespace, positions, markers, taking, act);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<DeletionOutcome> mark(
            Namespace namespace,
            List<Integer> positions,
            List<OfMarker> markers,
            Taking taking,
            Supplier<List<DeletionOutcome>> act)
            throws IOException {
        try (var written = bodies.note(namespace, markers)) {
            for (var at = 0; at < markers.size(); at++) {
                var marker = new Marker(markers.get(at).version(), written.places().get(at));
                taking.take(positions.get(at), marker);
            }
            var outcomes = new ArrayList<DeletionOutcome>();
            written.commit(
                    () -> {
                        outcomes.addAll(act.get());
                        return positions.stream().map(outcomes::get).toList();
                    },
                    outcome -> outcome instanceof Deleted deleted && deleted.isMarker());
            return outcomes;
        }
    }

    private static VersionId newVersion(Versioning versions) {
        return versions == Versioning.ENABLED ? VersionId.random() : VersionId.NULL;
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
        try (var _ = bodies.turns().in(namespace, bucket).at(List.of(key))) {
            if (!(inner().find(namespace, bucket, key, version).object().orElse(null)
                    instanceof StoredObject object)) {
                return inner().mark(namespace, bucket, key, version, change, bypassGovernance, now);
            }
            var description =
                    new OfMarks(bucket, key, object.version(), object.marks().with(change), now);
            return naming(
                    namespace,
                    description,
                    place ->
                            inner().mark(
                                            namespace,
                                            bucket,
                                            key,
                                            Optional.of(object.version()),
                                            change,
                                            bypassGovernance,
                                            now,
                                            Optional.of(place)));
        }
    }

    private interface Naming {
        Written name(StoredBody place);
    }

    private Written naming(Namespace namespace, Description description, Naming naming) {
        try (var written = bodies.note(namespace, List.of(description))) {
            var place = written.places().getFirst();
            return written.commit(() -> naming.name(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Written complete(
            Namespace namespace,
            String bucket,
            UUID upload,
            StoredObject object,
            Precondition precondition) {
        var parts = listed(namespace, bucket, upload, object);
        if (parts.size() < object.bodies().size()) {
            // It will be refused.
            return inner().complete(namespace, bucket, upload, object, precondition);
        }
        try (var _ = bodies.turns().in(namespace, bucket).at(List.of(object.key()))) {
            var isEnabled = versioning(namespace, bucket) == Versioning.ENABLED;
            var manifest =
                    new OfManifest(
                            bucket,
                            object.key(),
                            isEnabled ? object.version() : VersionId.NULL,
                            upload,
                            object.etag(),
                            object.lastModified(),
                            object.attributes(),
                            object.checksum(),
                            object.encryption(),
                            object.marks(),
                            parts);
            return naming(
                    namespace,
                    manifest,
                    place ->
                            inner().complete(
                                            namespace,
                                            bucket,
                                            upload,
                                            object.withBodies(with(object.bodies(), place)),
                                            precondition));
        }
    }

    private static List<StoredBody> with(List<StoredBody> parts, StoredBody manifest) {
        var all = new ArrayList<>(parts);
        all.add(manifest);
        return all;
    }

    /// The object's bodies as parts; fewer if some are none.
    private List<ListedPart> listed(
            Namespace namespace, String bucket, UUID upload, StoredObject object) {
        Map<UUID, Part> byBody = new HashMap<>();
        inner().parts(namespace, bucket, object.key(), upload, 0, MOST_PARTS)
                .forEach(part -> byBody.put(part.body().id(), part));
        return object.bodies().stream()
                .flatMap(body -> Optional.ofNullable(byBody.get(body.id())).stream())
                .map(part -> listed(part, object))
                .toList();
    }

    private static ListedPart listed(Part part, StoredObject object) {
        return new ListedPart(
                part.number(),
                part.body().size(),
                part.etag(),
                part.checksum()
                        .filter(sum ->
                                object.checksum()
                                        .filter(whole -> whole.algorithm() == sum.algorithm())
                                        .isPresent())
                        .map(Checksum::value));
    }

    /// Takes its turns before the metadata lock anything: whoever has both took them in this order.
    /// What the change needs noted is written before the transaction begins, which only names it: a
    /// store that hangs holds no connection.
    @Override
    public <T> T together(
            Namespace namespace,
            String bucket,
            Collection<String> keys,
            Function<Metadata, T> change,
            Consumer<T> then) {
        try (var _ = bodies.turns().in(namespace, bucket).at(keys)) {
            var joined = new JoinedMetadata(inner(), namespace, bucket, keys, then);
            return change.apply(new NotedMetadata(joined, bodies, notes, versioning));
        }
    }

    @Override
    public void forget(Namespace namespace, String bucket) {
        versioning.forget(namespace, bucket);
        super.forget(namespace, bucket);
    }
}
