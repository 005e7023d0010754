package io.dure.engines.objects.bodies;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.LostKeyException;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.keys.NamespaceKeys;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// What every store of bodies does.
public interface BodyStoreContract {
    int CHUNK = Chunks.BYTES;
    int LARGE = Slice.LARGEST_BYTES + 1000;

    /// As another process would open it; each time the same.
    BodyStore store() throws IOException;

    /// What is stored of a body, with all that is around it.
    byte[] stored(UUID place) throws IOException;

    /// Puts other bytes in its place, as rot would.
    ///
    /// @param bytes as many as there are, for a small body
    void rot(UUID place, byte[] bytes) throws IOException;

    private TestingBodies clear() throws IOException {
        return new TestingBodies(store(), NamespaceKeys.none());
    }

    private TestingBodies sealed() throws IOException {
        return new TestingBodies(store(), TestingBodies.keys());
    }

    private static CustomerKey customer(int seed) {
        return new CustomerKey(new SecretKeySpec(bytes(seed, 32), "HmacSHA256"), "md5");
    }

    private void flip(StoredBody body, int at) throws IOException {
        var bytes = stored(body.id());
        bytes[at] ^= 0x10;
        rot(body.id(), bytes);
    }

    @Test
    default void everyRangeOfEverySizeComesBack() throws IOException {
        everyRangeComesBack(clear(), Optional.empty());
    }

    @Test
    default void everyRangeOfAnEncryptedBodyComesBack() throws IOException {
        everyRangeComesBack(sealed(), Optional.empty());
    }

    @Test
    default void everyRangeOfABodyUnderACustomersKeyComesBack() throws IOException {
        everyRangeComesBack(clear(), Optional.of(customer(1)));
    }

    private static void everyRangeComesBack(TestingBodies bodies, Optional<CustomerKey> customer)
            throws IOException {
        var random = new Random(1);
        var most = Slice.LARGEST_BYTES;
        for (var size :
                new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, most - 1, most, most + 1, 2 * most}) {
            var written = bytes(size, size);
            var body = bodies.write(written, customer);
            for (var round = 0; round < 8; round++) {
                var first = random.nextInt(size + 1);
                var length = random.nextInt(size - first + 1);

                assertThat(bodies.read(List.of(body), new ByteRange(first, length), customer))
                        .isEqualTo(Arrays.copyOfRange(written, first, first + length));
            }
        }
    }

    /// Longer than any part or piece that a store may cut it into.
    @Test
    default void aBodyOfManyMegabytesComesBack() throws IOException {
        var written = bytes(5, 20_000_000);
        var body = sealed().write(written);

        assertThat(sealed().read(body)).isEqualTo(written);
        assertThat(sealed().read(List.of(body), new ByteRange(8_388_600, 100), Optional.empty()))
                .isEqualTo(Arrays.copyOfRange(written, 8_388_600, 8_388_700));
    }

    @Test
    default void aRangeSpansParts() throws IOException {
        var bodies = clear();
        var parts =
                List.of(
                        bodies.write(bytes(1, 1000)),
                        bodies.write(bytes(2, LARGE)),
                        bodies.write(bytes(3, 10)));

        var read = bodies.read(parts, new ByteRange(990, LARGE + 15), Optional.empty());

        assertThat(read)
                .hasSize(LARGE + 15)
                .endsWith(Arrays.copyOf(bytes(3, 10), 5))
                .startsWith(Arrays.copyOfRange(bytes(1, 1000), 990, 1000));
    }

    @Test
    default void manyWriteAndReadAtOnce() throws Exception {
        var bodies = sealed();
        Set<StoredBody> all = ConcurrentHashMap.newKeySet();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Boolean>>();
            for (var number = 0; number < 64; number++) {
                var seed = number;
                running.add(
                        threads.submit(() -> {
                            var body = bodies.write(bytes(seed, 4000 + seed));
                            assertThat(bodies.read(body)).isEqualTo(bytes(seed, 4000 + seed));
                            return all.add(body);
                        }));
            }
            for (var one : running) {
                one.get();
            }
        }

        assertThat(all).hasSize(64);
    }

    @Test
    default void anotherProcessReadsWhatThisOneWrote() throws IOException {
        var small = sealed().write(bytes(1, 5000));
        var large = sealed().write(bytes(2, LARGE));

        assertThat(sealed().read(small)).isEqualTo(bytes(1, 5000));
        assertThat(sealed().read(large)).isEqualTo(bytes(2, LARGE));
    }

    @Test
    default void nothingOfAnEncryptedBodyOrOfItsDescriptionIsStored() throws IOException {
        var text = "전자결재 기안서 ".repeat(60_000).getBytes(StandardCharsets.UTF_8);
        var small = sealed().write(Arrays.copyOf(text, 500));
        var large = sealed().write(text);

        for (var body : List.of(small, large)) {
            assertThat(new String(stored(body.id()), StandardCharsets.UTF_8))
                    .doesNotContain("전자결재", "bucket", "etag");
        }
    }

    @Test
    default void anotherCustomersKeyOpensNothing() throws IOException {
        var bodies = clear();
        var body = bodies.write(bytes(1, 5000), Optional.of(customer(1)));
        var whole = ByteRange.whole(5000);

        assertThatThrownBy(() -> bodies.read(List.of(body), whole, Optional.of(customer(2))))
                .isInstanceOf(CorruptBodyException.class);
        assertThatThrownBy(() -> bodies.read(List.of(body), whole, Optional.empty()))
                .isInstanceOf(LostKeyException.class);
    }

    @Test
    default void noByteOfARottenChunkIsPassedOn() throws IOException {
        noByteOfARottenChunkIsPassedOn(clear(), 4 * CHUNK);
    }

    @Test
    default void noByteOfARottenEncryptedChunkIsPassedOn() throws IOException {
        noByteOfARottenChunkIsPassedOn(sealed(), 5 * CHUNK);
    }

    private void noByteOfARottenChunkIsPassedOn(TestingBodies bodies, int good) throws IOException {
        var body = bodies.write(bytes(1, LARGE));
        flip(body, 5 * CHUNK + 200);
        var passed = new ByteArrayOutputStream();

        try (var reader = bodies.bodies().open(List.of(body)).orElseThrow()) {
            assertThatThrownBy(() ->
                            reader.read(
                                    ByteRange.whole(LARGE),
                                    piece -> {
                                        while (piece.hasRemaining()) {
                                            passed.write(piece.get());
                                        }
                                    }))
                    .isInstanceOf(CorruptBodyException.class);
        }

        assertThat(passed.toByteArray()).isEqualTo(Arrays.copyOf(bytes(1, LARGE), good));
    }

    /// The first byte of a slice says whether it lives, and is covered by nothing; its last ones
    /// fill it up.
    @Test
    default void aFlippedByteIsNoticed() throws IOException {
        var bodies = sealed();
        var random = new Random(9);
        for (var size : List.of(300, LARGE)) {
            var body = bodies.write(bytes(size, size));
            var length = stored(body.id()).length;
            var first = size == LARGE ? size : 1;
            var last = size == LARGE ? length : length - 16;
            for (var round = 0; round < 8; round++) {
                var at = first + random.nextInt(last - first);
                flip(body, at);
                assertThatThrownBy(() -> bodies.read(body))
                        .as("byte %d of %d", at, size)
                        .isInstanceOf(CorruptBodyException.class);
                flip(body, at);
            }
            assertThat(bodies.read(body)).isEqualTo(bytes(size, size));
        }
    }

    @Test
    default void aTruncatedBodyIsNoticed() throws IOException {
        var bodies = clear();
        var body = bodies.write(bytes(1, LARGE));
        rot(body.id(), Arrays.copyOf(stored(body.id()), LARGE - 100));

        assertThatThrownBy(() -> bodies.read(body)).isInstanceOf(CorruptBodyException.class);
    }

    @Test
    default void aBodyIsNotTakenForAnother() throws IOException {
        var bodies = clear();
        for (var size : List.of(700, LARGE)) {
            var body = bodies.write(bytes(1, size));
            rot(body.id(), stored(bodies.write(bytes(2, size)).id()));

            assertThatThrownBy(() -> bodies.read(body)).isInstanceOf(CorruptBodyException.class);
        }
    }

    @Test
    default void aBodyThatIsReadIsDeletedByItsLastReader() throws IOException {
        var bodies = clear();
        for (var size : List.of(700, LARGE)) {
            var body = bodies.write(bytes(1, size));
            var reader = bodies.bodies().open(List.of(body)).orElseThrow();

            bodies.bodies().delete(List.of(body));

            assertThat(isStored(body)).isTrue();
            reader.close();
            assertThat(isStored(body)).isFalse();
            assertThat(bodies.isThere(body)).isFalse();
        }
    }

    private boolean isStored(StoredBody body) throws IOException {
        var stored = store().open(body.id());
        if (stored.isPresent()) {
            stored.get().close();
        }
        return stored.isPresent();
    }

    @Test
    default void aHoldKeepsEveryBody() throws IOException {
        var bodies = clear();
        var body = bodies.write(bytes(1, 1000));

        try (var _ = bodies.bodies().hold()) {
            bodies.bodies().delete(List.of(body));
            assertThat(isStored(body)).isTrue();
        }
    }

    @Test
    default void aBodyThatTheMetadataRefusedIsRemoved() throws IOException {
        var bodies = clear().bodies();
        for (var size : List.of(700, LARGE)) {
            StoredBody body;
            try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
                writer.write(bytes(1, size), 0, size);
                body = writer.finish(TestingBodies.description());
                assertThatThrownBy(() ->
                                writer.commit(() -> {
                                    throw new S3Exception(S3Error.QUOTA_EXCEEDED);
                                }))
                        .isInstanceOf(S3Exception.class);
            }

            assertThat(isStored(body)).isFalse();
        }
    }

    @Test
    default void theSweepRemovesExactlyWhatNobodyNames() throws IOException {
        var earlier = sealed();
        var metadata = new InMemoryMetadata(Long.MAX_VALUE);
        var orphans = List.of(earlier.write(bytes(1, 900)), earlier.write(bytes(2, LARGE)));
        var named = List.of(earlier.write(bytes(3, 900)), earlier.write(bytes(4, LARGE)));
        named.forEach(body -> earlier.name(metadata, body));
        var rotten = earlier.write(bytes(5, LARGE));
        flip(rotten, stored(rotten.id()).length - 1);
        var days = new Days();
        var sweep = new Sweep(sealed().bodies(), metadata, days);

        assertThat(sweep.run()).isZero();
        days.passed = 3;
        assertThat(sweep.run()).isEqualTo(2);

        for (var body : orphans) {
            assertThat(isStored(body)).isFalse();
        }
        assertThat(isStored(rotten)).isTrue();
        assertThat(earlier.read(named.getFirst())).isEqualTo(bytes(3, 900));
        assertThat(earlier.read(named.getLast())).isEqualTo(bytes(4, LARGE));
    }

    @Test
    default void theSweepLeavesWhatIsBeingWrittenAndWhatNobodyHasTheKeyOf() throws IOException {
        var locked = sealed().write(bytes(1, LARGE));
        var bodies = clear().bodies();
        var days = new Days();
        var sweep = new Sweep(bodies, new InMemoryMetadata(1), days);
        try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
            writer.write(bytes(2, LARGE), 0, LARGE);
            var inUse = writer.finish(TestingBodies.description());
            days.passed = 3;

            assertThat(sweep.run()).isZero();

            assertThat(isStored(inUse)).isTrue();
        }
        assertThat(isStored(locked)).isTrue();
    }

    /// Time goes on by days.
    final class Days implements InstantSource {
        private int passed;

        @Override
        public Instant instant() {
            return InstantSource.system().instant().plus(Duration.ofDays(passed));
        }
    }

    @Test
    default void theScrubNamesExactlyTheRottenOnes() throws Exception {
        var bodies = sealed();
        var random = new Random(3);
        var written = new ArrayList<StoredBody>();
        for (var i = 0; i < 24; i++) {
            written.add(bodies.write(bytes(i, i % 8 == 0 ? LARGE : 1000 + i)));
        }
        Set<UUID> rotten = new HashSet<>();
        for (var i = 0; i < 6; i++) {
            var body = written.get(random.nextInt(written.size()));
            if (rotten.add(body.id())) {
                flip(body, body.size() == LARGE ? 100 : stored(body.id()).length - 17);
            }
        }
        var found = new ArrayList<Damage>();

        var run = new Scrub(sealed().bodies(), found::add).rest();

        assertThat(run.endsRound()).isTrue();
        assertThat(found).extracting(Damage::body).containsExactlyInAnyOrderElementsOf(rotten);
        assertThat(found)
                .allSatisfy(damage ->
                        assertThat(damage.claim().orElseThrow().description().bucket())
                                .isEqualTo(TestingBodies.BUCKET));
    }

    @Test
    default void whatIsWrittenDownIsThereForTheNextProcess() throws IOException {
        assertThat(store().note("database")).isEmpty();

        store().note("database", "7412");
        store().note("database", "7413");

        assertThat(store().note("database")).contains("7413");
        store().note("database", "");
        assertThat(store().note("database")).contains("");
    }
}
