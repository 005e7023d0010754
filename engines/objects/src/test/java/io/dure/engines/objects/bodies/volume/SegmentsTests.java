package io.dure.engines.objects.bodies.volume;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.Sweep;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTests {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path folder;
    private final InMemoryMetadata metadata = new InMemoryMetadata(Long.MAX_VALUE);
    private final MovableClock clock = new MovableClock();

    /// A clock that stands until it is moved.
    private static final class MovableClock implements InstantSource {
        private Instant now = Instant.parse("2026-11-27T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private TestingBodies open() throws IOException {
        return TestingBodies.clear(folder);
    }

    private static SliceId slice(StoredBody body) {
        return (SliceId) BodyId.of(body.id());
    }

    private Path segment(StoredBody body) {
        return folder.resolve("slices").resolve("%012x".formatted(slice(body).segment()));
    }

    private static void flip(Path file, long at) throws IOException {
        try (var channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.put(0, (byte) (one.get(0) ^ 0x10));
            channel.write(one.flip(), at);
        }
    }

    @Test
    void whatIsGivenBackAgainTakesNothingElseAlong() throws IOException {
        var earlier = open();
        var large = earlier.write(bytes(1, 100_000));
        var small = earlier.write(bytes(2, 100));
        giveBackAgainAndAgain(earlier, large);
        assertThat(earlier.read(small)).isEqualTo(bytes(2, 100));

        // The segment of an earlier process, of which only the count of this one is known.
        var another = earlier.write(bytes(3, 100_000));
        var later = open();
        giveBackAgainAndAgain(later, another);

        assertThat(later.read(small)).isEqualTo(bytes(2, 100));
    }

    private static void giveBackAgainAndAgain(TestingBodies bodies, StoredBody body) {
        for (var time = 0; time < 4; time++) {
            bodies.bodies().delete(List.of(body));
        }
    }

    @Test
    void aWrongCountDeletesNoSegmentThatLives() throws IOException {
        var earlier = open();
        var gone = earlier.write(bytes(1, 100_000));
        var kept = earlier.write(bytes(2, 100));
        var later = open();
        later.volume().segments().use().set(slice(kept).segment(), 1 << 20);

        later.bodies().delete(List.of(gone));

        assertThat(later.read(kept)).isEqualTo(bytes(2, 100));
    }

    @Test
    void manyWritersShareASegmentAndEachFindsItsOwn() throws Exception {
        var bodies = open();
        var written = new ArrayList<Future<List<StoredBody>>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 16; writer++) {
                var seed = writer * 1000 + 1;
                written.add(
                        threads.submit(() -> {
                            var mine = new ArrayList<StoredBody>();
                            for (var number = 0; number < 20; number++) {
                                mine.add(bodies.write(bytes(seed + number, seed + number)));
                            }
                            return mine;
                        }));
            }
        }

        for (var writer = 0; writer < written.size(); writer++) {
            for (var number = 0; number < 20; number++) {
                var seed = writer * 1000 + 1 + number;
                assertThat(bodies.read(written.get(writer).get().get(number)))
                        .isEqualTo(bytes(seed, seed));
            }
        }
        try (var files = Files.list(folder.resolve("slices"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void everyFlippedByteOfASliceIsNoticed() throws IOException {
        var bodies = open();
        bodies.write(bytes(1, 5000));
        var body = bodies.write(bytes(2, 100));
        var end = slice(body).position() + slice(body).length() - SliceId.UNIT_BYTES;
        for (var at = slice(body).position(); at < end; at++) {
            flip(segment(body), at);
            assertThatThrownBy(() -> bodies.read(body)).isInstanceOf(CorruptBodyException.class);
            flip(segment(body), at);
        }
        assertThat(bodies.read(body)).isEqualTo(bytes(2, 100));
    }

    @Test
    void slicesLieClose() throws IOException {
        var bodies = open();
        var first = bodies.write(bytes(1, 100));
        var second = bodies.write(bytes(2, 100));

        assertThat(slice(second).position()).isEqualTo(slice(first).length());
        assertThat(slice(first).length()).isLessThan(500);
    }

    @Test
    void aDeletedBodyIsGoneAndHarmsNoNeighbour() throws Exception {
        var bodies = open();
        var before = bodies.write(bytes(1, 5000));
        var gone = bodies.write(bytes(2, 200_000));
        var behind = bodies.write(bytes(3, 5000));

        bodies.bodies().delete(List.of(gone));

        assertThat(bodies.isThere(gone)).isFalse();
        assertThat(bodies.read(before)).isEqualTo(bytes(1, 5000));
        assertThat(bodies.read(behind)).isEqualTo(bytes(3, 5000));
    }

    @Test
    void aSegmentWhoseLastSliceIsDeletedGoesAtOnce() throws Exception {
        var bodies = open();
        var one = bodies.write(bytes(1, 5000));
        var other = bodies.write(bytes(2, 5000));

        bodies.bodies().delete(List.of(one, other));

        assertThat(segment(one)).doesNotExist();
        assertThat(bodies.isThere(one)).isFalse();
        assertThat(bodies.read(bodies.write(bytes(3, 10)))).isEqualTo(bytes(3, 10));
    }

    @Test
    void aSliceThatIsReadIsGivenBackByItsLastReader() throws IOException {
        var bodies = open();
        var body = bodies.write(bytes(1, 10));
        var out = new ByteArrayOutputStream();

        try (var reader = bodies.bodies().open(List.of(body)).orElseThrow()) {
            bodies.bodies().delete(List.of(body));
            reader.read(
                    ByteRange.whole(10),
                    piece -> {
                        while (piece.hasRemaining()) {
                            out.write(piece.get());
                        }
                    });
        }

        assertThat(out.toByteArray()).isEqualTo(bytes(1, 10));
        assertThat(bodies.isThere(body)).isFalse();
    }

    @Test
    void aSliceThatIsJustBeingGivenBackIsGoneAndNotDamaged() throws Exception {
        var bodies = open();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 3_000; round++) {
                var body = bodies.write(bytes(round, 5_000));
                var read = threads.submit(() -> readUntilGone(bodies.bodies(), body));

                bodies.bodies().delete(List.of(body));

                assertThat(read.get()).isTrue();
            }
        }
    }

    private static boolean readUntilGone(Bodies bodies, StoredBody body) throws IOException {
        while (true) {
            var opened = bodies.open(List.of(body));
            if (opened.isEmpty()) {
                return true;
            }
            try (var reader = opened.get()) {
                reader.read(ByteRange.whole(body.size()), _ -> {});
            }
        }
    }

    @Test
    void aSliceOfAnotherSizeThanItsRowSaysIsDamaged() throws IOException {
        var bodies = open();
        var body = bodies.write(bytes(1, 100));
        var longer = new StoredBody(body.id(), 200);

        assertThatThrownBy(() -> bodies.read(longer)).isInstanceOf(CorruptBodyException.class);
    }

    @Test
    void theSweepOfALaterProcessGivesBackWhatNobodyNames() throws IOException {
        var earlier = open();
        var orphan = earlier.write(bytes(1, 5000));
        var named = earlier.write(bytes(2, 10_000));
        earlier.name(metadata, named);
        var bodies = open();
        var sweep = new Sweep(bodies.bodies(), metadata, clock);

        assertThat(sweep.run()).as("an older process may still commit").isZero();
        clock.pass(Duration.ofHours(1));

        assertThat(sweep.run()).isEqualTo(1);
        assertThat(bodies.isThere(orphan)).isFalse();
        assertThat(bodies.read(named)).isEqualTo(bytes(2, 10_000));
    }

    @Test
    void theSegmentThatIsBeingWrittenIsNotSwept() throws IOException {
        var bodies = open();
        var body = bodies.write(bytes(1, 5000));
        var sweep = new Sweep(bodies.bodies(), metadata, clock);
        clock.pass(Duration.ofHours(2));

        sweep.run();

        assertThat(bodies.read(body)).isEqualTo(bytes(1, 5000));
    }

    @Test
    void aFullSegmentIsSweptAndAnotherTakesItsPlace() throws IOException {
        var bodies = open();
        var largest = bytes(1, Slice.LARGEST_BYTES);
        var first = bodies.write(largest);
        bodies.name(metadata, first);
        var orphan = bodies.write(largest);
        var sweep = new Sweep(bodies.bodies(), metadata, clock);
        var last = first;
        while (slice(last).segment() == slice(first).segment()) {
            last = bodies.write(largest);
        }

        sweep.run();

        assertThat(bodies.isThere(orphan)).isFalse();
        assertThat(bodies.read(first)).isEqualTo(largest);
        assertThat(bodies.read(last)).isEqualTo(largest);
    }

    /// A connection may break after the commit was sent: the row may be there, or yet come.
    @Test
    void aBodyWhoseCommitNobodyHeardOfIsNotSweptByThisProcess() throws IOException {
        var bodies = open().bodies();
        var size = Slice.LARGEST_BYTES + 1;
        var writer = bodies.create(TestingBodies.NAMESPACE);
        writer.write(bytes(1, size), 0, size);
        var body = writer.finish(TestingBodies.description());
        assertThatThrownBy(() ->
                        writer.commit(() -> {
                            throw new IllegalStateException("the connection broke");
                        }))
                .isInstanceOf(IllegalStateException.class);
        writer.close();
        var now = InstantSource.system();

        var kept = new Sweep(bodies, metadata, InstantSource.offset(now, DAY)).run();
        var later = open().bodies();
        var removed = new Sweep(later, metadata, InstantSource.offset(now, DAY)).run();

        assertThat(kept).isZero();
        assertThat(removed).isEqualTo(1);
        assertThat(bodies.open(List.of(body))).isEmpty();
    }

    @Test
    void whatIsDamagedHidesNothingBehindIt() throws IOException {
        var earlier = open();
        var named = earlier.write(bytes(1, 5000));
        earlier.name(metadata, named);
        var rotten = earlier.write(bytes(2, 50_000));
        var orphan = earlier.write(bytes(3, 5000));
        flip(segment(rotten), slice(rotten).position() + 20);
        var bodies = open();
        var sweep = new Sweep(bodies.bodies(), metadata, clock);
        clock.pass(Duration.ofHours(1));

        assertThat(sweep.run()).isEqualTo(1);

        assertThat(bodies.isThere(orphan)).isFalse();
        assertThat(bodies.read(named)).isEqualTo(bytes(1, 5000));
        assertThat(segment(rotten)).exists();
    }

    @Test
    void placesComeBackFromTheirUuid() {
        var random = new Random(1);
        for (var round = 0; round < 1000; round++) {
            var slice =
                    new SliceId(
                            random.nextLong() & 0xffff_ffff_ffffL,
                            random.nextLong() & 0xff_ffff_ffffL,
                            1 + random.nextInt(1_000_000));
            var page =
                    new PageSliceId(
                            random.nextLong() & 0xffff_ffff_ffffL,
                            random.nextInt(PageSliceId.MOST_UNITS_OF_SEGMENT),
                            1 + random.nextInt(127));
            var file = FileId.random(random.nextInt(FileId.FOLDERS));

            assertThat(BodyId.of(slice.uuid())).isEqualTo(slice);
            assertThat(slice.uuid().version()).isEqualTo(8);
            assertThat(slice.uuid().variant()).isEqualTo(2);
            assertThat(BodyId.of(page.uuid())).isEqualTo(page);
            assertThat(BodyId.of(file.uuid())).isEqualTo(file);
            assertThat(file.uuid().version()).isEqualTo(8);
        }
    }
}
