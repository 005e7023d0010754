package io.dure.engines.objects.bodies;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.LostKeyException;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.error.FullDisk;
import io.dure.engines.objects.error.FullDiskException;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.keys.NamespaceKeys;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodiesTests {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final int LARGE = Slice.LARGEST_BYTES + 1000;

    @TempDir Path folder;

    private Path file(StoredBody body) {
        return ((FileId) BodyId.of(body.id())).path(folder);
    }

    @Test
    void withoutItsKeyABodyIsLost() throws IOException {
        var body = TestingBodies.sealed(folder).write(bytes(1, 5000));
        var without = TestingBodies.clear(folder);

        assertThatThrownBy(() -> without.read(body)).isInstanceOf(LostKeyException.class);
    }

    @Test
    void everyFlippedByteIsNoticed() throws IOException {
        var bodies = TestingBodies.sealed(folder);
        var body = bodies.write(bytes(1, LARGE));
        var file = file(body);
        var end = new ByteRange(LARGE - 10, 10);
        for (var at = LARGE - 10; at < Files.size(file); at++) {
            flip(file, at);
            assertThatThrownBy(() -> bodies.read(List.of(body), end, Optional.empty()))
                    .isInstanceOf(CorruptBodyException.class);
            flip(file, at);
        }
        assertThat(bodies.read(body)).isEqualTo(bytes(1, LARGE));
    }

    private static void flip(Path file, int at) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[at] ^= 0x10;
        Files.write(file, bytes);
    }

    @Test
    void anAbandonedBodyLeavesNothing() throws IOException {
        var bodies = TestingBodies.clear(folder).bodies();
        try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
            writer.write(bytes(1, LARGE), 0, LARGE);
        }

        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatTheDiskMustKeepIsNotGivenToBodies() throws IOException {
        var written = TestingBodies.clear(folder).write(bytes(1, 100));
        var bodies = new Bodies(folder, NamespaceKeys.none(), 0, Long.MAX_VALUE);

        assertThatThrownBy(() -> bodies.create(TestingBodies.NAMESPACE))
                .isInstanceOf(FullDiskException.class)
                .matches(FullDisk::isMeantBy);
        bodies.open(List.of(written)).orElseThrow().close();
        bodies.delete(List.of(written));
        assertThat(bodies.open(List.of(written))).isEmpty();
    }

    @Test
    void theSweepRemovesOldBodiesThatNobodyNames() throws IOException {
        var bodies = TestingBodies.sealed(folder);
        var metadata = new InMemoryMetadata(Long.MAX_VALUE);
        var orphan = bodies.write(bytes(1, LARGE));
        var young = bodies.write(bytes(2, LARGE));
        var named = bodies.write(bytes(3, LARGE));
        bodies.name(metadata, named);
        var written = bodies.bodies().create(TestingBodies.NAMESPACE);
        written.write(bytes(4, LARGE), 0, LARGE);
        var inUse = written.finish(TestingBodies.description());
        for (var body : List.of(orphan, inUse, named)) {
            Files.setLastModifiedTime(file(body), FileTime.from(NOW.minus(Duration.ofHours(2))));
        }
        Files.setLastModifiedTime(file(young), FileTime.from(NOW));

        var removed = new Sweep(bodies.bodies(), metadata, InstantSource.fixed(NOW)).run();

        assertThat(removed).isEqualTo(1);
        assertThat(file(orphan)).doesNotExist();
        assertThat(file(young)).exists();
        assertThat(file(inUse)).exists();
        assertThat(bodies.read(named)).isEqualTo(bytes(3, LARGE));
        written.close();
    }

    @Test
    void theSweepLeavesARottenFileAndOneWhoseKeyIsMissing() throws IOException {
        var rotten = TestingBodies.clear(folder).write(bytes(1, LARGE));
        flip(file(rotten), (int) Files.size(file(rotten)) - 1);
        var locked = TestingBodies.sealed(folder).write(bytes(2, LARGE));
        for (var body : List.of(rotten, locked)) {
            Files.setLastModifiedTime(file(body), FileTime.from(NOW.minus(Duration.ofHours(2))));
        }
        var bodies = TestingBodies.clear(folder).bodies();

        var removed = new Sweep(bodies, new InMemoryMetadata(1), InstantSource.fixed(NOW)).run();

        assertThat(removed).isZero();
        assertThat(file(rotten)).exists();
        assertThat(file(locked)).exists();
    }

    @Test
    void theSweepRemovesWhatACrashLeftUnfinished() throws IOException {
        var id = FileId.random(1);
        var file = id.path(folder).resolveSibling(id.path(folder).getFileName() + ".new");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes(1, LARGE));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(2))));
        var bodies = TestingBodies.clear(folder).bodies();

        var removed = new Sweep(bodies, new InMemoryMetadata(1), InstantSource.fixed(NOW)).run();

        assertThat(removed).isEqualTo(1);
        assertThat(file).doesNotExist();
    }
}
