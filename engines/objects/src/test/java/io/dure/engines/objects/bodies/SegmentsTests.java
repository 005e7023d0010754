package io.dure.engines.objects.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTests {
    private static final Namespace NAMESPACE = new Namespace(new UUID(0, 1));

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

    private static byte[] bytes(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static StoredBody write(Bodies bodies, byte[] bytes) throws IOException {
        try (var writer = bodies.create()) {
            writer.write(bytes, 0, bytes.length);
            var body = writer.finish();
            return writer.commit(() -> body);
        }
    }

    private static byte[] read(Bodies bodies, StoredBody body) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = bodies.open(List.of(body)).orElseThrow()) {
            reader.read(
                    ByteRange.whole(body.size()),
                    piece -> {
                        while (piece.hasRemaining()) {
                            out.write(piece.get());
                        }
                    });
        }
        return out.toByteArray();
    }

    private static SliceId slice(StoredBody body) {
        return (SliceId) BodyId.of(body.id());
    }

    private Path segment(StoredBody body) {
        return folder.resolve("segments").resolve("%012x".formatted(slice(body).segment()));
    }

    private void name(StoredBody body) {
        if (metadata.buckets(NAMESPACE).isEmpty()) {
            metadata.createBucket(NAMESPACE, new Bucket("bucket", clock.instant()));
        }
        metadata.put(
                NAMESPACE,
                "bucket",
                new StoredObject(
                        body.id().toString(),
                        body.size(),
                        "etag",
                        clock.instant(),
                        Attributes.NONE,
                        Optional.empty(),
                        List.of(body)),
                new Precondition.None());
    }

    @Test
    void manyWritersShareASegmentAndEachFindsItsOwn() throws Exception {
        var bodies = new Bodies(folder);
        var written = new ArrayList<Future<List<StoredBody>>>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer = 0; writer < 16; writer++) {
                var seed = writer * 1000;
                written.add(
                        threads.submit(() -> {
                            var mine = new ArrayList<StoredBody>();
                            for (var number = 0; number < 20; number++) {
                                mine.add(write(bodies, bytes(seed + number, seed + number)));
                            }
                            return mine;
                        }));
            }
        }

        for (var writer = 0; writer < written.size(); writer++) {
            for (var number = 0; number < 20; number++) {
                var seed = writer * 1000 + number;
                assertThat(read(bodies, written.get(writer).get().get(number)))
                        .isEqualTo(bytes(seed, seed));
            }
        }
        try (var files = Files.list(folder.resolve("segments"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void everyFlippedByteOfASliceIsNoticed() throws IOException {
        var bodies = new Bodies(folder);
        write(bodies, bytes(1, 5000));
        var body = write(bodies, bytes(2, 100));
        var first = slice(body).position();
        for (var at = first; at < first + SliceFormat.HEADER_BYTES + 100; at++) {
            flip(segment(body), at);
            assertThatThrownBy(() -> read(bodies, body)).isInstanceOf(CorruptBodyException.class);
            flip(segment(body), at);
        }
        assertThat(read(bodies, body)).isEqualTo(bytes(2, 100));
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
    void deletedBodiesGiveTheirSpaceBackAndHarmNoNeighbour() throws Exception {
        var bodies = new Bodies(folder);
        var before = write(bodies, bytes(1, 5000));
        var large = write(bodies, bytes(2, 200_000));
        var behind = write(bodies, bytes(3, 5000));
        var taken = allocatedBytes(segment(large));

        bodies.delete(List.of(large));

        assertThat(bodies.open(List.of(large))).isEmpty();
        assertThat(taken - allocatedBytes(segment(large))).isGreaterThanOrEqualTo(200_000);
        assertThat(read(bodies, before)).isEqualTo(bytes(1, 5000));
        assertThat(read(bodies, behind)).isEqualTo(bytes(3, 5000));
    }

    private static long allocatedBytes(Path file) throws Exception {
        var stat = new ProcessBuilder("stat", "-c", "%b %B", file.toString()).start();
        var numbers =
                new String(stat.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                        .strip()
                        .split(" ");
        return Long.parseLong(numbers[0]) * Long.parseLong(numbers[1]);
    }

    @Test
    void aSliceThatIsReadIsGivenBackByItsLastReader() throws IOException {
        var bodies = new Bodies(folder);
        var body = write(bodies, bytes(1, 10));
        var out = new ByteArrayOutputStream();

        try (var reader = bodies.open(List.of(body)).orElseThrow()) {
            bodies.delete(List.of(body));
            reader.read(
                    ByteRange.whole(10),
                    piece -> {
                        while (piece.hasRemaining()) {
                            out.write(piece.get());
                        }
                    });
        }

        assertThat(out.toByteArray()).isEqualTo(bytes(1, 10));
        assertThat(bodies.open(List.of(body))).isEmpty();
    }

    @Test
    void aSliceThatIsJustBeingGivenBackIsGoneAndNotDamaged() throws Exception {
        var bodies = new Bodies(folder);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var round = 0; round < 3_000; round++) {
                var body = write(bodies, bytes(round, 5_000));
                var read = threads.submit(() -> readUntilGone(bodies, body));

                bodies.delete(List.of(body));

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
    void aSegmentWhoseLastUnitHasNoRoomForAHeaderIsDeletedToo() throws IOException {
        var earlier = new Bodies(folder);
        var body = write(earlier, bytes(1, SliceId.UNIT_BYTES - SliceFormat.HEADER_BYTES + 10));
        earlier.delete(List.of(body));
        var sweep = new Sweep(new Bodies(folder), metadata, clock);
        clock.pass(Duration.ofHours(1));

        sweep.run();

        assertThat(segment(body)).doesNotExist();
    }

    @Test
    void aSliceOfAnotherSizeThanItsRowSaysIsDamaged() throws IOException {
        var bodies = new Bodies(folder);
        var body = write(bodies, bytes(1, 100));
        var longer = new StoredBody(body.id(), 200);

        assertThatThrownBy(() -> read(bodies, longer)).isInstanceOf(CorruptBodyException.class);
    }

    @Test
    void theSweepOfALaterProcessGivesBackWhatNobodyNames() throws IOException {
        var earlier = new Bodies(folder);
        var orphan = write(earlier, bytes(1, 5000));
        var named = write(earlier, bytes(2, 10_000));
        name(named);
        var bodies = new Bodies(folder);
        var sweep = new Sweep(bodies, metadata, clock);

        assertThat(sweep.run()).as("an older process may still commit").isZero();
        clock.pass(Duration.ofHours(1));

        assertThat(sweep.run()).isEqualTo(1);
        assertThat(bodies.open(List.of(orphan))).isEmpty();
        assertThat(read(bodies, named)).isEqualTo(bytes(2, 10_000));
    }

    @Test
    void aSegmentThatNobodyNeedsIsDeleted() throws IOException {
        var earlier = new Bodies(folder);
        var orphan = write(earlier, bytes(1, 5000));
        earlier.delete(List.of(write(earlier, bytes(2, 5000))));
        var sweep = new Sweep(new Bodies(folder), metadata, clock);
        clock.pass(Duration.ofHours(1));

        sweep.run();

        assertThat(segment(orphan)).doesNotExist();
    }

    @Test
    void theSegmentThatIsBeingWrittenIsNotSwept() throws IOException {
        var bodies = new Bodies(folder);
        var body = write(bodies, bytes(1, 5000));
        var sweep = new Sweep(bodies, metadata, clock);
        clock.pass(Duration.ofHours(2));

        sweep.run();

        assertThat(read(bodies, body)).isEqualTo(bytes(1, 5000));
    }

    @Test
    void aFullSegmentIsSweptAndAnotherTakesItsPlace() throws IOException {
        var bodies = new Bodies(folder);
        var block = bytes(1, BlockFormat.BLOCK_BYTES);
        var first = write(bodies, block);
        name(first);
        var orphan = write(bodies, block);
        var sweep = new Sweep(bodies, metadata, clock);
        var last = first;
        while (slice(last).segment() == slice(first).segment()) {
            last = write(bodies, block);
        }

        sweep.run();

        assertThat(bodies.open(List.of(orphan))).isEmpty();
        assertThat(read(bodies, first)).isEqualTo(block);
        assertThat(read(bodies, last)).isEqualTo(block);
    }

    /// A connection may break after the commit was sent: the row may be there, or yet come.
    @Test
    void aBodyWhoseCommitNobodyHeardOfIsNotSweptByThisProcess() throws IOException {
        var bodies = new Bodies(folder);
        var writer = bodies.create();
        writer.write(bytes(1, 300_000), 0, 300_000);
        var body = writer.finish();
        assertThatThrownBy(() ->
                        writer.commit(() -> {
                            throw new IllegalStateException("the connection broke");
                        }))
                .isInstanceOf(IllegalStateException.class);
        writer.close();
        var now = InstantSource.system();

        var kept = new Sweep(bodies, metadata, InstantSource.offset(now, DAY)).run();
        var removed = new Sweep(new Bodies(folder), metadata, InstantSource.offset(now, DAY)).run();

        assertThat(kept).isZero();
        assertThat(removed).isEqualTo(1);
        assertThat(bodies.open(List.of(body))).isEmpty();
    }

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void whatACrashToreIsLeftAloneAndTheRestIsThere() throws IOException {
        var earlier = new Bodies(folder);
        var named = write(earlier, bytes(1, 5000));
        name(named);
        var orphan = write(earlier, bytes(2, 5000));
        var torn = write(earlier, bytes(3, 50_000));
        flip(segment(torn), slice(torn).position() + 20);
        var bodies = new Bodies(folder);
        var sweep = new Sweep(bodies, metadata, clock);
        clock.pass(Duration.ofHours(1));

        assertThat(sweep.run()).isEqualTo(1);

        assertThat(bodies.open(List.of(orphan))).isEmpty();
        assertThat(read(bodies, named)).isEqualTo(bytes(1, 5000));
        assertThat(segment(torn)).exists();
    }

    @Test
    void addressesComeBackFromTheirUuid() {
        var random = new Random(1);
        for (var round = 0; round < 1000; round++) {
            var slice =
                    new SliceId(
                            random.nextLong() & 0xffff_ffff_ffffL,
                            random.nextInt(SliceId.MOST_UNITS_OF_SEGMENT),
                            1 + random.nextInt(127));
            var file = FileId.random(random.nextInt(FileId.FOLDERS));

            assertThat(BodyId.of(slice.uuid())).isEqualTo(slice);
            assertThat(slice.uuid().version()).isEqualTo(8);
            assertThat(slice.uuid().variant()).isEqualTo(2);
            assertThat(BodyId.of(file.uuid())).isEqualTo(file);
            assertThat(file.uuid().version()).isEqualTo(8);
        }
    }

    @Test
    void aSegmentOfZerosHoldsNothing() throws IOException {
        var earlier = new Bodies(folder);
        var body = write(earlier, bytes(1, 5000));
        Files.write(segment(body), new byte[100_000]);
        var sweep = new Sweep(new Bodies(folder), metadata, clock);
        clock.pass(Duration.ofHours(1));

        assertThat(sweep.run()).isZero();

        assertThat(segment(body)).doesNotExist();
    }
}
