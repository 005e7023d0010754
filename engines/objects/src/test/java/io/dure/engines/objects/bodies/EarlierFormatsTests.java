package io.dure.engines.objects.bodies;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.bodies.earlier.PageSliceFormat;
import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bodies that were stored before bodies described themselves.
class EarlierFormatsTests {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");
    private static final long SEGMENT = 0x1234_5678_9abcL;

    @TempDir Path folder;
    private int unit;

    /// Lays out a slice as docs/decisions/0009 says.
    private StoredBody slice(byte[] bytes) throws IOException {
        var header = PageSliceFormat.HEADER_BYTES;
        var units = (header + bytes.length + PageSliceId.UNIT_BYTES - 1) / PageSliceId.UNIT_BYTES;
        var id = new PageSliceId(SEGMENT, unit, units);
        var slice = ByteBuffer.allocate(units * PageSliceId.UNIT_BYTES);
        slice.put("DURESLIC".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).putInt(1);
        slice.putLong(id.uuid().getMostSignificantBits());
        slice.putLong(id.uuid().getLeastSignificantBits());
        slice.putInt(bytes.length).putInt(Chunks.sum(bytes, bytes.length));
        slice.putInt(Chunks.sum(slice.array(), slice.position())).put(bytes);
        Files.createDirectories(segment().getParent());
        try (var channel =
                FileChannel.open(segment(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(slice.rewind(), id.position());
        }
        unit += units;
        return new StoredBody(id.uuid(), bytes.length);
    }

    private Path segment() {
        return folder.resolve("segments").resolve("123456789abc");
    }

    /// Lays out a file as docs/decisions/0004 says.
    private StoredBody file(byte[] bytes) throws IOException {
        var id = FileId.random(1);
        var block = 256 * 1024;
        var blocks = (bytes.length + block - 1) / block;
        var file = ByteBuffer.allocate(bytes.length + blocks * 4 + 28).put(bytes);
        for (var at = 0; at < bytes.length; at += block) {
            var one = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + block));
            file.putInt(Chunks.sum(one, one.length));
        }
        file.put("DUREBODY".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        file.putInt(1).putInt(block).putLong(bytes.length);
        file.putInt(Chunks.sum(file.duplicate().flip().position(bytes.length)));
        Files.createDirectories(id.path(folder).getParent());
        Files.write(id.path(folder), file.array());
        Files.setLastModifiedTime(id.path(folder), FileTime.from(NOW.minus(Duration.ofDays(1))));
        return new StoredBody(id.uuid(), bytes.length);
    }

    private Path path(StoredBody body) {
        return ((FileId) BodyId.of(body.id())).path(folder);
    }

    @Test
    void theyAreRead() throws IOException {
        var small = slice(bytes(1, 100_000));
        var large = file(bytes(2, 700_000));
        var bodies = TestingBodies.sealed(folder);

        assertThat(bodies.read(small)).isEqualTo(bytes(1, 100_000));
        assertThat(bodies.read(large)).isEqualTo(bytes(2, 700_000));
        assertThat(bodies.read(List.of(large), new ByteRange(262_140, 10), Optional.empty()))
                .isEqualTo(Arrays.copyOfRange(bytes(2, 700_000), 262_140, 262_150));
    }

    @Test
    void theirDamageIsNoticed() throws IOException {
        var small = slice(bytes(1, 100));
        var large = file(bytes(2, 700_000));
        for (var file : List.of(segment(), path(large))) {
            var bytes = Files.readAllBytes(file);
            bytes[60] ^= 0x10;
            Files.write(file, bytes);
        }
        var bodies = TestingBodies.clear(folder);

        assertThatThrownBy(() -> bodies.read(small)).isInstanceOf(CorruptBodyException.class);
        assertThatThrownBy(() -> bodies.read(large)).isInstanceOf(CorruptBodyException.class);
    }

    @Test
    void theyGiveTheirSpaceBack() throws Exception {
        var small = slice(bytes(1, 100_000));
        var neighbour = slice(bytes(3, 5_000));
        var large = file(bytes(2, 700_000));
        var bodies = TestingBodies.clear(folder);

        bodies.bodies().delete(List.of(small, large));

        assertThat(bodies.isThere(small)).isFalse();
        assertThat(allocatedBytes(segment())).isLessThan(20_000);
        assertThat(bodies.read(neighbour)).isEqualTo(bytes(3, 5_000));
        assertThat(path(large)).doesNotExist();
    }

    private static long allocatedBytes(Path file) throws Exception {
        var stat = new ProcessBuilder("stat", "-c", "%b %B", file.toString()).start();
        var numbers =
                new String(
                                stat.getInputStream().readAllBytes(),
                                java.nio.charset.StandardCharsets.US_ASCII)
                        .strip()
                        .split(" ");
        return Long.parseLong(numbers[0]) * Long.parseLong(numbers[1]);
    }

    @Test
    void theSweepKeepsWhatIsNamedAndDeletesASegmentThatNobodyNeeds() throws IOException {
        var metadata = new InMemoryMetadata(Long.MAX_VALUE);
        var named = file(bytes(1, 700_000));
        var orphan = file(bytes(2, 700_000));
        slice(bytes(3, 5_000));
        metadata.createBucket(TestingBodies.NAMESPACE, new Bucket("bucket", NOW));
        metadata.put(
                TestingBodies.NAMESPACE,
                "bucket",
                new StoredObject(
                        "k",
                        named.size(),
                        "etag",
                        NOW,
                        Attributes.NONE,
                        Optional.empty(),
                        List.of(named)),
                new Precondition.None());
        var bodies = TestingBodies.clear(folder);
        var then = InstantSource.fixed(NOW);
        var sweep = new Sweep(bodies.bodies(), metadata, new Later(then));

        assertThat(sweep.run()).isEqualTo(2);

        assertThat(bodies.read(named)).isEqualTo(bytes(1, 700_000));
        assertThat(path(orphan)).doesNotExist();
        assertThat(segment()).doesNotExist();
    }

    /// Two hours later each time it is asked.
    private static final class Later implements InstantSource {
        private Instant now;

        private Later(InstantSource start) {
            now = start.instant();
        }

        @Override
        public Instant instant() {
            now = now.plus(Duration.ofHours(2));
            return now;
        }
    }
}
