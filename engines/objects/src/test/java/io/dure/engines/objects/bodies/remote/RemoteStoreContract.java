package io.dure.engines.objects.bodies.remote;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.BodyStoreContract;
import io.dure.engines.objects.bodies.Sweep;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a store in another S3 service does besides.
interface RemoteStoreContract extends BodyStoreContract {
    TestingBucket bucket();

    @Override
    default BodyStore store() {
        return new RemoteStore(bucket().client());
    }

    @Override
    default byte[] stored(UUID place) {
        return bucket().read(RemoteKeys.of(place).orElseThrow());
    }

    @Override
    default void rot(UUID place, byte[] bytes) {
        bucket().write(RemoteKeys.of(place).orElseThrow(), bytes);
    }

    private boolean isEmpty() throws IOException {
        return bucket().client().list("", "").isEmpty()
                && bucket().client().unfinished("").isEmpty();
    }

    @Test
    default void whatIsAbandonedLeavesNothing() throws IOException {
        var bodies = new Bodies(store(), TestingBodies.keys(), 0, 0);
        for (var size : new int[] {700, LARGE, 20_000_000}) {
            try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
                writer.write(bytes(1, size), 0, size);
            }
        }

        assertThat(isEmpty()).isTrue();
    }

    @Test
    default void theSweepAbortsWhatACrashLeftUnfinished() throws IOException {
        var begun = new RemoteBody(bucket().client(), new Pieces());
        begun.write(new ByteBuffer[] {ByteBuffer.allocate(Pieces.BYTES + 1)});
        var bodies = new Bodies(store(), TestingBodies.keys(), 0, 0);
        var now = InstantSource.system();

        assertThat(new Sweep(bodies, new InMemoryMetadata(1), now).run()).isZero();
        var later = InstantSource.offset(now, Duration.ofDays(2));
        assertThat(new Sweep(bodies, new InMemoryMetadata(1), later).run()).isEqualTo(1);

        assertThat(bucket().client().unfinished("")).isEmpty();
        begun.close();
    }

    @Test
    default void listingsGoOnBehindAPage() throws IOException {
        var client = bucket().client();
        for (var number = 0; number < 1005; number++) {
            client.put("many/%04d".formatted(number), List.of(ByteBuffer.wrap(new byte[] {1})));
        }

        var first = client.list("many/", "");
        var second = client.list("many/", first.getLast().key());

        assertThat(first).hasSize(1000);
        assertThat(second).hasSize(5);
        assertThat(second.getLast().key()).isEqualTo("many/1004");
        assertThat(client.list("many/", second.getLast().key())).isEmpty();
    }

    @Test
    default void whatIsNotThereIsDeletedAllTheSame() throws IOException {
        bucket().client().delete("files/nothing");
        bucket().client().abort("files/nothing", "2~nosuchupload");
    }
}
