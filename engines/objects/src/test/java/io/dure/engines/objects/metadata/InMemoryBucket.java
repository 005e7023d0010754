package io.dure.engines.objects.metadata;

import io.dure.engines.objects.configuration.lock.Retention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.DeletionOutcome.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/// A bucket in memory: of each key its versions, the newest first.
final class InMemoryBucket {
    private Bucket bucket;
    private final Map<BucketDocument, String> documents = new EnumMap<>(BucketDocument.class);
    private final NavigableMap<String, List<ObjectVersion>> histories =
            new TreeMap<>(InMemoryMetadata.BINARY);
    private final Map<Name, Instant> retired = new HashMap<>();
    private final Map<UUID, Pending> uploads = new TreeMap<>();
    private final Map<UUID, Name> completed = new HashMap<>();
    private final Map<Name, StoredBody> markerNotes = new HashMap<>();
    private final List<StoredBody> ownNote = new ArrayList<>();

    /// A version that is not current.
    private record Name(String key, VersionId version) {}

    record Pending(Upload upload, NavigableMap<Integer, Part> parts) {
        List<StoredBody> bodies() {
            return parts.values().stream().map(Part::body).toList();
        }
    }

    InMemoryBucket(Bucket bucket) {
        this.bucket = bucket;
    }

    Bucket bucket() {
        return bucket;
    }

    Map<BucketDocument, String> documents() {
        return documents;
    }

    Map<UUID, Pending> uploads() {
        return uploads;
    }

    boolean isEmpty() {
        return histories.isEmpty();
    }

    void setVersioning(Versioning versioning) {
        if (bucket.objectLock() && versioning != Versioning.ENABLED) {
            throw new S3Exception(
                    S3Error.INVALID_BUCKET_STATE,
                    "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.");
        }
        bucket = new Bucket(bucket.name(), bucket.createdAt(), versioning, bucket.objectLock());
    }

    void enableObjectLock() {
        if (bucket.versioning() != Versioning.ENABLED) {
            throw new S3Exception(
                    S3Error.INVALID_BUCKET_STATE,
                    "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        }
        bucket = new Bucket(bucket.name(), bucket.createdAt(), bucket.versioning(), true);
    }

    private List<ObjectVersion> history(String key) {
        return histories.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    Optional<ObjectVersion> find(String key, Optional<VersionId> version) {
        var history = histories.getOrDefault(key, new ArrayList<>());
        return history.stream()
                .filter(known -> version.map(known.version()::equals).orElse(true))
                .findFirst();
    }

    Optional<StoredObject> current(String key) {
        return find(key, Optional.empty())
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast);
    }

    Stream<StoredObject> currents() {
        return histories.keySet().stream().flatMap(key -> current(key).stream());
    }

    Stream<StoredObject> all() {
        return histories.values().stream()
                .flatMap(List::stream)
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast);
    }

    /// By how much putting an object makes the bucket grow.
    long growth(StoredObject object) {
        var replaced =
                bucket.versioning() == Versioning.ENABLED
                        ? Optional.<ObjectVersion>empty()
                        : find(object.key(), Optional.of(VersionId.NULL));
        return object.size() - replaced.map(InMemoryBucket::size).orElse(0L);
    }

    private static long size(ObjectVersion version) {
        return version instanceof StoredObject object ? object.size() : 0;
    }

    private List<StoredBody> bodies(ObjectVersion version) {
        if (version instanceof StoredObject object) {
            return object.bodies();
        }
        var note = markerNotes.remove(new Name(version.key(), version.version()));
        return note == null ? List.of() : List.of(note);
    }

    /// @return the note before
    List<StoredBody> noted(StoredBody note) {
        var before = List.copyOf(ownNote);
        ownNote.clear();
        ownNote.add(note);
        return before;
    }

    List<StoredBody> ownNote() {
        return ownNote;
    }

    Written put(StoredObject object) {
        if ((object.marks().retention().isPresent() || object.marks().legalHold().isPresent())
                && !bucket.objectLock()) {
            throw missingLock();
        }
        var version = bucket.versioning() == Versioning.ENABLED ? object.version() : VersionId.NULL;
        return new Written(
                bucket.versioning(), version, place(object.withVersion(version), version));
    }

    Written complete(UUID upload, StoredObject object) {
        uploads.remove(upload);
        var written = put(object);
        completed.put(upload, new Name(object.key(), written.version()));
        return written;
    }

    Optional<ObjectVersion> completed(String key, UUID upload) {
        return Optional.ofNullable(completed.get(upload))
                .filter(name -> name.key().equals(key))
                .flatMap(name -> find(key, Optional.of(name.version())));
    }

    private List<StoredBody> place(ObjectVersion placed, VersionId version) {
        var unreferenced = take(placed.key(), version);
        var history = history(placed.key());
        history.stream()
                .limit(1)
                .forEach(below ->
                        retired.put(new Name(below.key(), below.version()), placed.lastModified()));
        history.addFirst(placed);
        return unreferenced;
    }

    /// Takes a version out of the history.
    private List<StoredBody> take(String key, VersionId version) {
        var history = history(key);
        var taken = history.stream().filter(known -> known.version().equals(version)).findFirst();
        taken.ifPresent(history::remove);
        retired.remove(new Name(key, version));
        completed.values().removeIf(new Name(key, version)::equals);
        history.stream()
                .limit(1)
                .forEach(current -> retired.remove(new Name(key, current.version())));
        if (history.isEmpty()) {
            histories.remove(key);
        }
        return taken.map(this::bodies).orElse(List.of());
    }

    DeletionOutcome delete(Deletion deletion, boolean bypassGovernance, Instant now) {
        try {
            InMemoryMetadata.requireHolds(deletion.precondition(), current(deletion.key()));
            return deletion.version()
                    .map(version -> deleteVersion(deletion.key(), version, bypassGovernance, now))
                    .orElseGet(() -> deleteCurrent(deletion.key(), deletion.marker(), now));
        } catch (S3Exception e) {
            return new Refused(e);
        }
    }

    private Deleted deleteCurrent(String key, Optional<Marker> marker, Instant now) {
        if (bucket.versioning() == Versioning.NEVER) {
            return new Deleted(Optional.empty(), false, take(key, VersionId.NULL));
        }
        var version =
                bucket.versioning() == Versioning.ENABLED
                        ? marker.map(Marker::version).orElseGet(VersionId::random)
                        : VersionId.NULL;
        var deleted =
                new Deleted(
                        Optional.of(version),
                        true,
                        place(new DeleteMarker(key, version, now), version));
        marker.ifPresent(noted -> markerNotes.put(new Name(key, version), noted.note()));
        return deleted;
    }

    private Deleted deleteVersion(
            String key, VersionId version, boolean bypassGovernance, Instant now) {
        var found = find(key, Optional.of(version));
        if (found.orElse(null) instanceof StoredObject object
                && isLocked(object.marks(), bypassGovernance, now)) {
            throw locked();
        }
        return new Deleted(
                bucket.versioning() == Versioning.NEVER ? Optional.empty() : Optional.of(version),
                found.filter(DeleteMarker.class::isInstance).isPresent(),
                take(key, version));
    }

    private static boolean isLocked(Marks marks, boolean bypassGovernance, Instant now) {
        return marks.isHeld()
                || marks.retention()
                        .filter(retention -> isHeld(retention, bypassGovernance, now))
                        .isPresent();
    }

    private static boolean isHeld(Retention retention, boolean bypassGovernance, Instant now) {
        return retention.until().isAfter(now)
                && (retention.mode() == RetentionMode.COMPLIANCE || !bypassGovernance);
    }

    Written mark(
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now,
            Optional<StoredBody> note) {
        var found =
                find(key, version)
                        .orElseThrow(() ->
                                new S3Exception(
                                        version.isPresent()
                                                ? S3Error.NO_SUCH_VERSION
                                                : S3Error.NO_SUCH_KEY));
        if (!(found instanceof StoredObject object)) {
            throw new S3Exception(
                    version.isPresent() ? S3Error.METHOD_NOT_ALLOWED : S3Error.NO_SUCH_KEY);
        }
        requireMayChange(object.marks(), change, bypassGovernance, now);
        var marked = object.withMarks(object.marks().with(change));
        var noted = note.map(marked::withMarksNote).orElse(marked);
        history(key).replaceAll(known -> known.equals(object) ? noted : known);
        return new Written(
                bucket.versioning(),
                object.version(),
                note.map(_ -> object.marksNotes()).orElse(List.of()));
    }

    private void requireMayChange(
            Marks present, Marks.Change change, boolean bypassGovernance, Instant now) {
        switch (change) {
            case Marks.Change.Tags _, Marks.Change.Acl _ -> {}
            case Marks.Change.Hold _ -> requireLock();
            case Marks.Change.Retain(var wanted) -> {
                requireLock();
                var held =
                        present.retention()
                                .filter(retention -> isHeld(retention, bypassGovernance, now));
                var isLonger =
                        held.isPresent()
                                && wanted.isPresent()
                                && wanted.get().mode() == held.get().mode()
                                && !wanted.get().until().isBefore(held.get().until());
                if (held.isPresent() && !isLonger) {
                    throw locked();
                }
            }
        }
    }

    private void requireLock() {
        if (!bucket.objectLock()) {
            throw missingLock();
        }
    }

    private static S3Exception missingLock() {
        return new S3Exception(
                S3Error.INVALID_REQUEST, "Bucket is missing Object Lock Configuration");
    }

    private static S3Exception locked() {
        return new S3Exception(
                S3Error.ACCESS_DENIED, "Access Denied because object protected by object lock.");
    }

    List<ListedVersion> versions() {
        var listed = new ArrayList<ListedVersion>();
        histories.values().forEach(history -> history.forEach(known -> listed.add(listed(known))));
        return listed;
    }

    private Optional<Instant> noncurrentSince(ObjectVersion version) {
        return Optional.ofNullable(retired.get(new Name(version.key(), version.version())));
    }

    DeletionOutcome expire(Expiry expiry, Instant now) {
        var history = histories.getOrDefault(expiry.key(), List.of());
        if (find(expiry.key(), Optional.of(expiry.version()))
                .filter(version -> isAsSeen(version, expiry, history))
                .isEmpty()) {
            return new Refused(new S3Exception(S3Error.PRECONDITION_FAILED));
        }
        return delete(
                new Deletion(
                        expiry.key(),
                        expiry.state() == Expiry.State.CURRENT
                                ? Optional.empty()
                                : Optional.of(expiry.version()),
                        new Precondition.None(),
                        expiry.marker()),
                false,
                now);
    }

    private boolean isAsSeen(ObjectVersion version, Expiry expiry, List<ObjectVersion> history) {
        return switch (expiry.state()) {
            case CURRENT ->
                    version instanceof StoredObject object
                            && object.equals(history.getFirst())
                            && object.lastModified().equals(expiry.since());
            case NONCURRENT -> noncurrentSince(version).equals(Optional.of(expiry.since()));
            case LONE_MARKER ->
                    version instanceof DeleteMarker marker
                            && history.size() == 1
                            && marker.lastModified().equals(expiry.since());
        };
    }

    private ListedVersion listed(ObjectVersion version) {
        var since = noncurrentSince(version);
        return switch (version) {
            case StoredObject object ->
                    new ListedVersion(
                            object.key(),
                            object.version(),
                            since.isEmpty(),
                            false,
                            object.size(),
                            object.etag(),
                            object.lastModified(),
                            object.checksum().map(InMemoryMetadata::chosen),
                            object.marks().tags(),
                            since);
            case DeleteMarker marker ->
                    new ListedVersion(
                            marker.key(),
                            marker.version(),
                            since.isEmpty(),
                            true,
                            0,
                            "",
                            marker.lastModified(),
                            Optional.empty(),
                            ObjectTags.NONE,
                            since);
        };
    }

    void rename(Move move) {
        markerNotes.replaceAll((_, note) -> renamed(move, List.of(note)).getFirst());
        ownNote.replaceAll(note -> renamed(move, List.of(note)).getFirst());
        histories
                .values()
                .forEach(history -> history.replaceAll(version -> renamed(move, version)));
        uploads.values()
                .forEach(pending ->
                        pending.parts()
                                .replaceAll((_, part) ->
                                        part.withBody(
                                                renamed(move, List.of(part.body())).getFirst())));
    }

    private static ObjectVersion renamed(Move move, ObjectVersion version) {
        return version instanceof StoredObject object
                ? object.withBodies(renamed(move, object.bodies()))
                : version;
    }

    private static List<StoredBody> renamed(Move move, List<StoredBody> bodies) {
        return bodies.stream()
                .map(body ->
                        body.id().equals(move.claim().body())
                                ? new StoredBody(move.copy(), body.size())
                                : body)
                .toList();
    }

    boolean names(UUID body) {
        return Stream.of(
                        all().flatMap(object -> object.bodies().stream()),
                        uploads.values().stream().flatMap(pending -> pending.bodies().stream()),
                        markerNotes.values().stream(),
                        ownNote.stream())
                .flatMap(named -> named)
                .anyMatch(known -> known.id().equals(body));
    }

    long bytes() {
        return all().mapToLong(StoredObject::size).sum()
                + uploads.values().stream()
                        .flatMap(pending -> pending.bodies().stream())
                        .mapToLong(StoredBody::size)
                        .sum();
    }
}
