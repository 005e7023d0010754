package io.dure.engines.objects.bodies;

import static io.dure.engines.objects.bodies.TestingBodies.BUCKET;
import static io.dure.engines.objects.bodies.TestingBodies.NAMESPACE;

import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Marks.Change;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.notes.BucketNotes;
import io.dure.engines.objects.notes.NotedMetadata;
import io.dure.engines.objects.notes.Storing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A store that several clients use at random while it is compacted and swept, with metadata that
/// lose nothing; and what must be so of it at any time.
final class StoreModel {
    private static final int CLIENTS = 3;
    private static final int KEYS_OF_CLIENT = 4;
    private static final long UNPACED = Long.MAX_VALUE / 1000;
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    private final InMemoryMetadata metadata = new InMemoryMetadata(Long.MAX_VALUE);

    /// The bytes of everything that was ever written, by ETag.
    private final Map<String, byte[]> written = new ConcurrentHashMap<>();

    /// ETags of what the metadata took, and the tags, and when it was that they took a deletion.
    /// What is not among it, nobody heard of.
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private final AtomicInteger counter = new AtomicInteger();
    private int lives;

    /// Uses the store until it fails, as it does once the power is cut.
    ///
    /// @return why it failed, for each client
    List<Throwable> live(Path root, Random chance) throws InterruptedException, IOException {
        var life = new Life(root);
        var clients = new ArrayList<Future<Void>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var client = 0; client < CLIENTS; client++) {
                var name = "client-" + client;
                var own = new Random(chance.nextLong());
                clients.add(threads.submit(() -> life.use(name, own)));
            }
        }
        var failures = new ArrayList<Throwable>();
        for (var client : clients) {
            try {
                client.get();
            } catch (ExecutionException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    /// One process's time with the store.
    private final class Life {
        private final Bodies bodies;
        private final NotedMetadata noted;
        private final Object maintenance = new Object();

        private Life(Path root) throws IOException {
            this.bodies = new Bodies(root, TestingBodies.keys(), 1_000_000L * lives++, 0);
            this.noted =
                    new NotedMetadata(
                            metadata,
                            bodies,
                            new BucketNotes(bodies, metadata),
                            InstantSource.system());
            if (metadata.buckets(NAMESPACE).isEmpty()) {
                try {
                    noted.createBucket(NAMESPACE, new Bucket(BUCKET, NOW));
                } catch (UncheckedIOException e) {
                    throw e.getCause();
                }
            }
        }

        private Void use(String client, Random random) throws Exception {
            while (true) {
                var key = client + "/" + random.nextInt(KEYS_OF_CLIENT);
                switch (random.nextInt(16)) {
                    case 0, 1, 2 -> delete(key);
                    case 3, 4 -> tag(key);
                    case 5 -> upload(key, random);
                    case 6 -> maintain(random);
                    case 7 -> configure(random);
                    default -> put(key, random);
                }
            }
        }

        private void put(String key, Random random) throws IOException {
            var bytes = bytes(random);
            var etag = remember(bytes);
            try (var writer = bodies.create(NAMESPACE)) {
                writer.write(bytes, 0, bytes.length);
                Storing.put(
                        bodies,
                        noted,
                        NAMESPACE,
                        writer,
                        new OfObject(BUCKET, key, etag, NOW, Attributes.NONE, Optional.empty()),
                        (object, unforced) -> {
                            var outcome =
                                    noted.put(
                                            NAMESPACE,
                                            BUCKET,
                                            object,
                                            new Precondition.None(),
                                            unforced);
                            taken.add(etag);
                            return outcome;
                        });
            }
        }

        private void delete(String key) {
            var at = NOW.plusSeconds(counter.incrementAndGet());
            var outcomes = noted.delete(NAMESPACE, BUCKET, List.of(Deletion.of(key)), false, at);
            taken.add(at.toString());
            outcomes.stream()
                    .filter(DeletionOutcome.Deleted.class::isInstance)
                    .map(DeletionOutcome.Deleted.class::cast)
                    .forEach(deleted -> bodies.delete(deleted.unreferenced()));
        }

        private void tag(String key) {
            if (metadata.find(NAMESPACE, BUCKET, key, Optional.empty()).object().orElse(null)
                    instanceof StoredObject) {
                var tags = ObjectTags.parseHeader("number=" + counter.incrementAndGet());
                var marked =
                        noted.mark(
                                NAMESPACE,
                                BUCKET,
                                key,
                                Optional.empty(),
                                new Change.Tags(tags),
                                false,
                                NOW);
                taken.add(tags.toString());
                bodies.delete(marked.unreferenced());
            }
        }

        private void upload(String key, Random random) throws IOException {
            var id = UUID.randomUUID();
            noted.createUpload(
                    NAMESPACE,
                    BUCKET,
                    new Upload(
                            id,
                            key,
                            Attributes.NONE,
                            Optional.empty(),
                            Encryption.NONE,
                            Marks.NONE,
                            NOW));
            var parts = List.of(part(key, id, 1, random), part(key, id, 2, random));
            if (random.nextInt(4) == 0) {
                bodies.delete(noted.abort(NAMESPACE, BUCKET, key, id));
                return;
            }
            var etag = "%032x-2".formatted(counter.incrementAndGet());
            written.put(etag, join(parts));
            var object =
                    new StoredObject(
                                    key,
                                    parts.stream().mapToLong(part -> part.body().size()).sum(),
                                    etag,
                                    NOW,
                                    Attributes.NONE,
                                    Optional.empty(),
                                    parts.stream().map(Part::body).toList())
                            .withVersion(VersionId.random());
            var outcome = noted.complete(NAMESPACE, BUCKET, id, object, new Precondition.None());
            taken.add(etag);
            bodies.delete(outcome.unreferenced());
        }

        private Part part(String key, UUID upload, int number, Random random) throws IOException {
            var bytes = bytes(random);
            var etag = remember(bytes);
            try (var writer = bodies.create(NAMESPACE)) {
                writer.write(bytes, 0, bytes.length);
                var description =
                        new OfPart(BUCKET, key, upload, number, etag, NOW, Optional.empty());
                var part = Part.of(description, writer.finish(description));
                bodies.delete(
                        writer.commit(() -> noted.putPart(NAMESPACE, BUCKET, key, upload, part)));
                return part;
            }
        }

        private byte[] join(List<Part> parts) {
            return parts.stream()
                    .map(part -> Objects.requireNonNull(written.get(part.etag())))
                    .reduce(new byte[0], StoreModel::join);
        }

        private void configure(Random random) {
            if (random.nextInt(8) == 0) {
                var versioning = random.nextBoolean() ? Versioning.ENABLED : Versioning.SUSPENDED;
                noted.setVersioning(NAMESPACE, BUCKET, versioning);
            }
        }

        private void maintain(Random random) throws IOException, InterruptedException {
            synchronized (maintenance) {
                if (random.nextBoolean()) {
                    new Compaction(bodies, metadata, UNPACED).run(true);
                } else {
                    sweep(bodies);
                }
            }
        }
    }

    private String remember(byte[] bytes) {
        var etag = "%032x".formatted(counter.incrementAndGet());
        written.put(etag, bytes);
        return etag;
    }

    private static byte[] bytes(Random random) {
        var bytes = new byte[random.nextInt(24) == 0 ? 1_100_000 : random.nextInt(9_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(byte[] one, byte[] other) {
        var both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    /// Judges everything that is there, however young.
    private int sweep(Bodies bodies) throws IOException {
        var now = new Instant[] {Instant.now()};
        var sweep = new Sweep(bodies, metadata, () -> now[0]);
        now[0] = now[0].plus(Duration.ofDays(1));
        return sweep.run();
    }

    /// What is wrong with a store that nobody uses now; nothing should be.
    List<String> problems(Path root) throws IOException {
        var bodies = new Bodies(root, TestingBodies.keys(), 1_000_000L * lives++, 0);
        var problems = new ArrayList<String>();
        var objects = objects();
        objects.forEach(object -> check(bodies, object, problems));
        checkDescriptions(bodies, problems);
        sweep(bodies);
        objects.forEach(object -> check(bodies, object, problems));
        if (sweep(bodies) != 0) {
            problems.add("a sweep leaves something to the next");
        }
        found(bodies).stream()
                .filter(found -> !metadata.unclaimed(List.of(found.claim())).isEmpty())
                .forEach(found -> problems.add("nobody names " + found.claim()));
        return problems;
    }

    private List<ListedVersion> versions() {
        return metadata.buckets(NAMESPACE).isEmpty()
                ? List.of()
                : metadata.versions(
                                NAMESPACE,
                                BUCKET,
                                new Listing("", "", "", Integer.MAX_VALUE),
                                Optional.empty())
                        .items();
    }

    private List<StoredObject> objects() {
        return versions().stream()
                .map(listed ->
                        metadata.find(
                                        NAMESPACE,
                                        BUCKET,
                                        listed.key(),
                                        Optional.of(listed.version()))
                                .object())
                .flatMap(Optional::stream)
                .filter(StoredObject.class::isInstance)
                .map(StoredObject.class::cast)
                .toList();
    }

    private void check(Bodies bodies, StoredObject object, List<String> problems) {
        try {
            if (!Arrays.equals(TestingBodies.read(bodies, object), written.get(object.etag()))) {
                problems.add("other bytes are in " + object);
            }
        } catch (IOException | RuntimeException e) {
            problems.add("nobody can read " + object + ": " + e);
        }
    }

    /// A version, whatever there is of it.
    private record Name(String key, VersionId version) {
        private static Optional<Name> of(Description description) {
            return switch (description) {
                case OfObject object -> Optional.of(new Name(object.key(), object.version()));
                case OfManifest object -> Optional.of(new Name(object.key(), object.version()));
                case OfMarker marker -> Optional.of(new Name(marker.key(), marker.version()));
                default -> Optional.empty();
            };
        }
    }

    /// What metadata that are made anew from the store would say of each version must be what they
    /// say now, or what nobody heard whether they took it.
    private void checkDescriptions(Bodies bodies, List<String> problems) throws IOException {
        var newest = new HashMap<Name, Survey.Found>();
        var marks = new HashMap<Name, Survey.Found>();
        for (var found : found(bodies)) {
            var description = found.claim().description();
            Name.of(description).ifPresent(name -> newest.merge(name, found, StoreModel::later));
            if (description instanceof OfMarks of) {
                marks.merge(new Name(of.key(), of.version()), found, StoreModel::later);
            }
        }
        for (var listed : versions()) {
            var name = new Name(listed.key(), listed.version());
            var found = newest.get(name);
            if (found == null || !isOf(listed, found.claim().description())) {
                problems.add("of " + listed + " the store says " + found);
                continue;
            }
            if (!isTaken(found.claim().description())) {
                // Whoever stored that may have set tags, or none.
                continue;
            }
            var noted =
                    Optional.ofNullable(marks.get(name))
                            .filter(newer -> newer.sequence() > found.sequence());
            var tags = noted.map(StoreModel::tags).orElse(ObjectTags.NONE);
            var isTaken = noted.isEmpty() || taken.contains(tags.toString());
            if (isTaken && !tags.equals(listed.tags())) {
                problems.add("of the tags of " + listed + " the store says " + noted);
            }
        }
    }

    private static ObjectTags tags(Survey.Found found) {
        return ((OfMarks) found.claim().description()).marks().tags();
    }

    private static Survey.Found later(Survey.Found one, Survey.Found other) {
        return one.sequence() > other.sequence() ? one : other;
    }

    private boolean isOf(ListedVersion listed, Description description) {
        var said = said(description);
        return said.equals(listed.isMarker() ? listed.lastModified().toString() : listed.etag())
                || !taken.contains(said);
    }

    private boolean isTaken(Description description) {
        return taken.contains(said(description));
    }

    /// What no other version has: its ETag, or when it was deleted.
    private static String said(Description description) {
        return switch (description) {
            case OfObject object -> object.etag();
            case OfManifest object -> object.etag();
            default -> ((OfMarker) description).lastModified().toString();
        };
    }

    private static List<Survey.Found> found(Bodies bodies) throws IOException {
        var all = new ArrayList<Survey.Found>();
        new Survey(
                        bodies,
                        new Survey.Listener() {
                            @Override
                            public void found(List<Survey.Found> some) {
                                all.addAll(some);
                            }

                            @Override
                            public void untold(String place, Survey.Reason reason) {
                                // What the power cut tore.
                            }
                        })
                .run();
        return all;
    }
}
