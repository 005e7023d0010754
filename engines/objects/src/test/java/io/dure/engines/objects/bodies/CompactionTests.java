package io.dure.engines.objects.bodies;

import static io.dure.engines.objects.bodies.TestingBodies.BUCKET;
import static io.dure.engines.objects.bodies.TestingBodies.NAMESPACE;
import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marks.Change;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.notes.BucketNotes;
import io.dure.engines.objects.notes.NotedMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTests {
    private static final long UNPACED = Long.MAX_VALUE / 1000;
    private static final InstantSource AFTERWARDS =
            InstantSource.offset(InstantSource.system(), Duration.ofDays(1));

    @TempDir Path folder;
    private final InMemoryMetadata metadata = new InMemoryMetadata(Long.MAX_VALUE);

    private Path segment(StoredBody body) {
        var number = ((SliceId) BodyId.of(body.id())).segment();
        return folder.resolve("slices").resolve("%012x".formatted(number));
    }

    private void compact(TestingBodies bodies) throws IOException, InterruptedException {
        new Compaction(bodies.bodies(), metadata, UNPACED).run(false);
    }

    /// Some bodies of an earlier process, of which most were given back.
    private List<StoredBody> mostlyDead(TestingBodies earlier, int count) throws IOException {
        var written = new ArrayList<StoredBody>();
        for (var i = 0; i < count; i++) {
            written.add(earlier.write(bytes(i, 1000 + i)));
        }
        var living = new ArrayList<StoredBody>();
        for (var i = 0; i < count; i++) {
            if (i % 4 == 0) {
                earlier.name(metadata, written.get(i));
                living.add(written.get(i));
            } else {
                earlier.bodies().delete(List.of(written.get(i)));
            }
        }
        ((VolumeStore) earlier.bodies().store()).segments().use().write();
        return living;
    }

    @Test
    void whatLivesIsMovedAndTheSegmentGoes() throws Exception {
        var earlier = TestingBodies.sealed(folder);
        var living = mostlyDead(earlier, 300);
        var bodies = TestingBodies.sealed(folder);

        compact(bodies);

        assertThat(segment(living.getFirst())).doesNotExist();
        for (var i = 0; i < living.size(); i++) {
            var moved = earlier.named(metadata, living.get(i));
            assertThat(moved).isNotEqualTo(living.get(i));
            assertThat(bodies.read(moved)).isEqualTo(bytes(i * 4, 1000 + i * 4));
            assertThat(bodies.isThere(living.get(i))).isFalse();
        }
    }

    @Test
    void notesAreMovedAsBodiesAre() throws Exception {
        var earlier = TestingBodies.sealed(folder);
        var body = earlier.write(bytes(1, 1000));
        var noted =
                new NotedMetadata(
                        metadata,
                        earlier.bodies(),
                        new BucketNotes(earlier.bodies(), metadata),
                        InstantSource.system());
        earlier.name(noted, body);
        var key = noted.list(NAMESPACE, BUCKET, new Listing("", "", "", 1)).last();
        for (var i = 0; i < 10; i++) {
            noted.putDocument(NAMESPACE, BUCKET, BucketDocument.POLICY, "policy " + i);
            var marked =
                    noted.mark(
                            NAMESPACE,
                            BUCKET,
                            key,
                            Optional.empty(),
                            new Change.Tags(ObjectTags.parseHeader("number=" + i)),
                            false,
                            Instant.EPOCH);
            earlier.bodies().delete(marked.unreferenced());
        }
        ((VolumeStore) earlier.bodies().store()).segments().use().write();
        var before = descriptions(earlier);
        var places = places(key);
        var bodies = TestingBodies.sealed(folder);

        compact(bodies);

        assertThat(descriptions(bodies)).isEqualTo(before).hasSize(3);
        assertThat(places(key)).doesNotContain(places.getLast()).contains(places.getFirst());
        assertThat(new Sweep(bodies.bodies(), metadata, AFTERWARDS).run()).isZero();
    }

    private List<StoredBody> places(String key) {
        return metadata.object(NAMESPACE, BUCKET, key).orElseThrow().bodies();
    }

    /// What all that is there says of itself.
    private static Set<Description> descriptions(TestingBodies bodies) throws IOException {
        var all = new HashSet<Description>();
        new Survey(
                        bodies.bodies(),
                        new Survey.Listener() {
                            @Override
                            public void found(List<Survey.Found> some) {
                                some.forEach(found -> all.add(found.claim().description()));
                            }

                            @Override
                            public void untold(String place, Survey.Reason reason) {
                                throw new AssertionError(place + " is " + reason);
                            }
                        })
                .run();
        return all;
    }

    @Test
    void aSegmentThatIsMostlyAliveStays() throws Exception {
        var earlier = TestingBodies.clear(folder);
        var living = new ArrayList<StoredBody>();
        for (var i = 0; i < 10; i++) {
            living.add(earlier.write(bytes(i, 1000)));
            earlier.name(metadata, living.get(i));
        }
        earlier.bodies().delete(List.of(earlier.write(bytes(10, 1000))));
        ((VolumeStore) earlier.bodies().store()).segments().use().write();

        compact(TestingBodies.clear(folder));

        assertThat(segment(living.getFirst())).exists();
        assertThat(earlier.named(metadata, living.getFirst())).isEqualTo(living.getFirst());
    }

    @Test
    void whatNobodyNamesIsNotKept() throws Exception {
        var earlier = TestingBodies.clear(folder);
        var living = mostlyDead(earlier, 40);
        var orphan = earlier.write(bytes(99, 100));
        var bodies = TestingBodies.clear(folder);

        compact(bodies);

        assertThat(segment(orphan)).doesNotExist();
        assertThat(bodies.read(earlier.named(metadata, living.getFirst())))
                .isEqualTo(bytes(0, 1000));
        assertThat(BodiesOnDisk.count(folder)).isEqualTo(living.size());
    }

    @Test
    void aSegmentThatIsReadGoesWithItsLastReader() throws Exception {
        var earlier = TestingBodies.clear(folder);
        var living = mostlyDead(earlier, 40);
        var bodies = TestingBodies.clear(folder);

        try (var _ = bodies.bodies().open(List.of(living.getFirst())).orElseThrow()) {
            compact(bodies);
            assertThat(segment(living.getFirst())).exists();
        }
        compact(bodies);

        assertThat(segment(living.getFirst())).doesNotExist();
    }

    @Test
    void aRottenSliceStaysWhereItIs() throws Exception {
        var earlier = TestingBodies.clear(folder);
        var living = mostlyDead(earlier, 40);
        var rotten = (SliceId) BodyId.of(living.get(1).id());
        var bytes = Files.readAllBytes(segment(living.get(1)));
        bytes[(int) (rotten.position() + rotten.length() - 20)] ^= 1;
        Files.write(segment(living.get(1)), bytes);
        var bodies = TestingBodies.clear(folder);

        compact(bodies);

        assertThat(segment(living.get(1))).exists();
        assertThat(earlier.named(metadata, living.get(1))).isEqualTo(living.get(1));
        assertThat(bodies.read(earlier.named(metadata, living.get(2)))).isNotEmpty();
    }

    @Test
    void readersAndWritersGoOnMeanwhile() throws Exception {
        var earlier = TestingBodies.sealed(folder);
        var living = mostlyDead(earlier, 400);
        var bodies = TestingBodies.sealed(folder);
        var done = new AtomicBoolean();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading =
                    threads.submit(() -> {
                        var reads = 0;
                        while (!done.get() || reads == 0) {
                            for (var i = 0; i < living.size(); i++) {
                                assertThat(readAgain(earlier, bodies, living.get(i)))
                                        .isEqualTo(bytes(i * 4, 1000 + i * 4));
                                reads++;
                            }
                        }
                        return reads;
                    });
            compact(bodies);
            done.set(true);
            assertThat(reading.get()).isPositive();
        }
    }

    /// As GetObject does it: an object whose body is gone is looked up again.
    private byte[] readAgain(TestingBodies earlier, TestingBodies bodies, StoredBody body)
            throws IOException {
        while (true) {
            var named = earlier.named(metadata, body);
            if (bodies.isThere(named)) {
                try {
                    return bodies.read(named);
                } catch (java.util.NoSuchElementException e) {
                    // moved in between
                }
            }
        }
    }
}
