package io.dure.engines.objects.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesTests {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    @TempDir Path folder;

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static StoredBody write(Bodies bodies, byte[] bytes) throws IOException {
        try (var writer = bodies.create()) {
            writer.write(bytes, 0, bytes.length);
            var body = writer.finish();
            return writer.commit(() -> body);
        }
    }

    private Path file(StoredBody body) {
        return ((FileId) BodyId.of(body.id())).path(folder);
    }

    private static byte[] read(Bodies bodies, List<StoredBody> parts, ByteRange range)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = bodies.open(parts).orElseThrow()) {
            reader.read(
                    range,
                    piece -> {
                        while (piece.hasRemaining()) {
                            out.write(piece.get());
                        }
                    });
        }
        return out.toByteArray();
    }

    @Test
    void everyRangeOfEverySizeComesBack() throws IOException {
        var bodies = new Bodies(folder);
        var random = new Random(1);
        for (var size : new int[] {0, 1, 262_143, 262_144, 262_145, 700_000}) {
            var body = write(bodies, bytes(size));
            for (var round = 0; round < 20; round++) {
                var first = random.nextInt(size + 1);
                var length = random.nextInt(size - first + 1);

                assertThat(read(bodies, List.of(body), new ByteRange(first, length)))
                        .isEqualTo(Arrays.copyOfRange(bytes(size), first, first + length));
            }
        }
    }

    @Test
    void aRangeSpansParts() throws IOException {
        var bodies = new Bodies(folder);
        var parts =
                List.of(
                        write(bodies, bytes(1000)),
                        write(bodies, bytes(300_000)),
                        write(bodies, bytes(10)));

        var read = read(bodies, parts, new ByteRange(990, 300_015));

        assertThat(read)
                .hasSize(300_015)
                .endsWith(Arrays.copyOf(bytes(10), 5))
                .startsWith(Arrays.copyOfRange(bytes(1000), 990, 1000));
    }

    @Test
    void noByteOfARottenBlockIsPassedOn() throws IOException {
        var bodies = new Bodies(folder);
        var body = write(bodies, bytes(700_000));
        flip(file(body), 300_000);
        var passed = new ByteArrayOutputStream();

        try (var reader = bodies.open(List.of(body)).orElseThrow()) {
            assertThatThrownBy(() ->
                            reader.read(
                                    ByteRange.whole(700_000),
                                    piece -> {
                                        while (piece.hasRemaining()) {
                                            passed.write(piece.get());
                                        }
                                    }))
                    .isInstanceOf(CorruptBodyException.class);
        }

        assertThat(passed.toByteArray()).isEqualTo(Arrays.copyOf(bytes(700_000), 262_144));
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        var bodies = new Bodies(folder);
        var size = 262_145;
        var body = write(bodies, bytes(size));
        var file = file(body);
        for (var at = size - 10; at < Files.size(file); at++) {
            flip(file, at);
            assertThatThrownBy(() -> read(bodies, List.of(body), ByteRange.whole(size)))
                    .isInstanceOf(CorruptBodyException.class);
            flip(file, at);
        }
        assertThat(read(bodies, List.of(body), ByteRange.whole(size))).isEqualTo(bytes(size));
    }

    private static void flip(Path file, int at) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x10;
        Files.write(file, bytes);
    }

    @Test
    void aTruncatedBodyIsNoticed() throws IOException {
        var bodies = new Bodies(folder);
        var body = write(bodies, bytes(700_000));
        Files.write(file(body), Arrays.copyOf(Files.readAllBytes(file(body)), 600_000));

        assertThatThrownBy(() -> read(bodies, List.of(body), ByteRange.whole(700_000)))
                .isInstanceOf(CorruptBodyException.class);
    }

    @Test
    void aBodyThatIsReadIsDeletedByItsLastReader() throws IOException {
        var bodies = new Bodies(folder);
        var body = write(bodies, bytes(300_000));
        var reader = bodies.open(List.of(body)).orElseThrow();

        bodies.delete(List.of(body));

        assertThat(file(body)).exists();
        reader.close();
        assertThat(file(body)).doesNotExist();
        assertThat(bodies.open(List.of(body))).isEmpty();
    }

    @Test
    void anAbandonedBodyLeavesNothing() throws IOException {
        var bodies = new Bodies(folder);
        try (var writer = bodies.create()) {
            writer.write(bytes(300_000), 0, 300_000);
        }

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void theSweepRemovesOldBodiesThatNobodyNames() throws IOException {
        var bodies = new Bodies(folder);
        var orphan = write(bodies, bytes(300_000));
        var young = write(bodies, bytes(300_001));
        var written = bodies.create();
        written.write(bytes(300_000), 0, 300_000);
        var inUse = written.finish();
        for (var body : List.of(orphan, inUse)) {
            Files.setLastModifiedTime(file(body), FileTime.from(NOW.minus(Duration.ofHours(2))));
        }
        Files.setLastModifiedTime(file(young), FileTime.from(NOW));

        var removed = new Sweep(bodies, new InMemoryMetadata(1), InstantSource.fixed(NOW)).run();

        assertThat(removed).isEqualTo(1);
        assertThat(file(orphan)).doesNotExist();
        assertThat(file(young)).exists();
        assertThat(file(inUse)).exists();
        written.close();
    }
}
