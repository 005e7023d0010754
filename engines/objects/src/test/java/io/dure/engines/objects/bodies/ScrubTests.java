package io.dure.engines.objects.bodies;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.keys.NamespaceKeys;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrubTests {
    private static final int LARGE = Slice.LARGEST_BYTES + 1000;

    @TempDir Path folder;
    private final List<Damage> found = new ArrayList<>();

    private void scrub(TestingBodies bodies) throws IOException, InterruptedException {
        new Scrub(bodies.bodies(), found::add).rest();
    }

    private Path path(StoredBody body) {
        return switch (BodyId.of(body.id())) {
            case SliceId slice ->
                    folder.resolve("slices").resolve("%012x".formatted(slice.segment()));
            case FileId file -> file.path(folder);
            case PageSliceId _ -> throw new IllegalStateException();
        };
    }

    private void flip(StoredBody body, long at) throws IOException {
        var bytes = Files.readAllBytes(path(body));
        bytes[(int) at] ^= 0x10;
        Files.write(path(body), bytes);
    }

    private static long end(StoredBody body) {
        return BodyId.of(body.id()) instanceof SliceId slice
                ? slice.position() + slice.length() - SliceId.UNIT_BYTES - 1
                : 100;
    }

    @Test
    void whatIsWholeIsNotReported() throws Exception {
        var bodies = TestingBodies.sealed(folder);
        for (var i = 0; i < 50; i++) {
            bodies.write(bytes(i, 1000));
        }
        bodies.write(bytes(50, LARGE));

        scrub(TestingBodies.sealed(folder));

        assertThat(found).isEmpty();
    }

    @Test
    void exactlyTheRottenOnesAreNamed() throws Exception {
        var bodies = TestingBodies.sealed(folder);
        var random = new Random(3);
        var written = new ArrayList<StoredBody>();
        for (var i = 0; i < 60; i++) {
            written.add(bodies.write(bytes(i, i % 20 == 0 ? LARGE : 1000 + i)));
        }
        Set<UUID> rotten = new HashSet<>();
        for (var i = 0; i < 10; i++) {
            var body = written.get(random.nextInt(written.size()));
            if (rotten.add(body.id())) {
                flip(body, end(body));
            }
        }

        scrub(TestingBodies.sealed(folder));

        assertThat(found).extracting(Damage::body).containsExactlyInAnyOrderElementsOf(rotten);
        assertThat(found)
                .allSatisfy(damage ->
                        assertThat(damage.claim().orElseThrow().description().bucket())
                                .isEqualTo(TestingBodies.BUCKET));
    }

    @Test
    void noKeyIsNeededToFindRot() throws Exception {
        var body = TestingBodies.sealed(folder).write(bytes(1, 1000));
        flip(body, end(body));

        scrub(TestingBodies.clear(folder));

        assertThat(found).extracting(Damage::body).containsExactly(body.id());
        assertThat(found.getFirst().claim()).isEmpty();
    }

    @Test
    void aHeaderThatCannotBeReadIsReportedByItsPlace() throws Exception {
        var bodies = TestingBodies.clear(folder);
        var body = bodies.write(bytes(1, 1000));
        bodies.write(bytes(2, 1000));
        flip(body, ((SliceId) BodyId.of(body.id())).position() + 30);

        scrub(TestingBodies.clear(folder));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().reason()).contains("byte 0");
    }

    @Test
    void whatWasGivenBackIsNotRead() throws Exception {
        var bodies = TestingBodies.clear(folder);
        var body = bodies.write(bytes(1, 1000));
        bodies.write(bytes(2, 1000));
        flip(body, end(body));
        bodies.bodies().delete(List.of(body));

        scrub(TestingBodies.clear(folder));

        assertThat(found).isEmpty();
    }

    @Test
    void aRoundGoesOnWhereTheLastRunEnded() throws Exception {
        var bodies = TestingBodies.clear(folder);
        for (var i = 0; i < 5; i++) {
            // A folder each.
            flip(new TestingBodies(folder, NamespaceKeys.none()).write(bytes(i, LARGE)), 100);
        }
        var ended = false;
        var runs = 0;
        while (!ended) {
            ended = new Scrub(bodies.bodies(), found::add).hour().endsRound();
            runs++;
        }

        assertThat(runs).isGreaterThan(1);
        assertThat(found).extracting(Damage::body).doesNotHaveDuplicates().hasSize(5);
    }
}
