package io.dure.engines.objects.bodies.remote;

import static io.dure.engines.objects.bodies.TestingBodies.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.S3ServerFixture;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.Sweep;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.client.BucketAddress;
import io.dure.engines.objects.client.BucketClient;
import io.dure.engines.objects.client.Limits;
import io.dure.engines.objects.client.RefusedException;
import io.dure.engines.objects.error.BusyStoreException;
import io.dure.engines.objects.error.Overload;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// What becomes of bodies when the service that keeps them, or the way there, fails.
@TestInstance(Lifecycle.PER_CLASS)
class FaultTests {
    private static final int SMALL = 5000;

    /// Three pieces.
    private static final int LARGE = 2 * Pieces.BYTES + 1000;

    private static final Limits IMPATIENT =
            new Limits(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10),
                    3,
                    Duration.ofMillis(10));

    private S3ServerFixture service;
    private TestingBucket bucket;
    private FaultyProxy proxy;
    private BucketClient client;
    private TestingBodies bodies;

    @BeforeAll
    void start() {
        service = new S3ServerFixture();
    }

    @BeforeEach
    void connect() throws IOException {
        var endpoint = URI.create("http://127.0.0.1:" + service.port());
        bucket = new TestingBucket(endpoint, service.key().id(), S3ServerFixture.SECRET);
        proxy = new FaultyProxy(endpoint);
        client = client(S3ServerFixture.SECRET);
        bodies = new TestingBodies(new RemoteStore(client), TestingBodies.keys());
    }

    private BucketClient client(String secret) {
        var there = bucket.address();
        var address =
                new BucketAddress(
                        proxy.endpoint(),
                        there.region(),
                        there.bucket(),
                        there.prefix(),
                        there.accessKeyId(),
                        secret);
        return new BucketClient(address, IMPATIENT, InstantSource.system());
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        bucket.close();
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private boolean isEmpty() throws IOException {
        return bucket.client().list("", "").isEmpty() && bucket.client().unfinished("").isEmpty();
    }

    @Test
    void whoIsBusyForAMomentIsAskedAgain() throws IOException {
        proxy.plan("PUT", FaultyProxy.status("503 Slow Down"));
        proxy.plan("PUT", FaultyProxy.status("500 Internal Server Error"));

        var body = bodies.write(bytes(1, SMALL));

        assertThat(bodies.read(body)).isEqualTo(bytes(1, SMALL));
    }

    @Test
    void whoStaysBusyIsNotAskedForEver() throws IOException {
        proxy.plan("PUT", FaultyProxy.status("503 Slow Down"), 3);

        assertThatThrownBy(() -> bodies.write(bytes(1, SMALL)))
                .isInstanceOf(BusyStoreException.class)
                .matches(Overload::isMeantBy);

        assertThat(proxy.lines()).hasSize(3);
        assertThat(isEmpty()).isTrue();
    }

    @Test
    void aRefusalIsNotTakenForAMomentsTrouble() {
        try (var stranger = client("another secret")) {
            var without = new RemoteStore(stranger);

            assertThatThrownBy(() -> without.note("database"))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("SignatureDoesNotMatch")
                    .matches(failure -> !Overload.isMeantBy(failure));
        }
        assertThat(proxy.lines()).hasSize(1);
    }

    @Test
    void aBucketThatIsMissingIsNoObjectThatIs() {
        bucket.others().deleteBucket(b -> b.bucket(bucket.name()));

        assertThatThrownBy(() -> new RemoteStore(client).note("database"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("NoSuchBucket");
    }

    @Test
    void whatTheServiceDiedOfIsNotAcknowledged() throws IOException {
        proxy.plan("PUT", FaultyProxy.dying(), 3);

        assertThatThrownBy(() -> bodies.write(bytes(1, SMALL)))
                .isInstanceOf(BusyStoreException.class);

        assertThat(isEmpty()).isTrue();
    }

    @Test
    void aServiceThatDiedAndCameBackStoresAllTheSame() throws IOException {
        proxy.plan("PUT", FaultyProxy.dying());

        var body = bodies.write(bytes(1, SMALL));

        assertThat(bodies.read(body)).isEqualTo(bytes(1, SMALL));
    }

    @Test
    void anAnswerThatIsLostStoresOnce() throws IOException {
        proxy.plan("PUT", FaultyProxy.silent());

        var body = bodies.write(bytes(1, SMALL));

        assertThat(bodies.read(body)).isEqualTo(bytes(1, SMALL));
        assertThat(bucket.client().list("", "")).hasSize(1);
    }

    @Test
    void aCompletionWhoseAnswerIsLostIsOne() throws IOException {
        proxy.plan("POST", (request, there) -> there.answer(request));
        proxy.plan("POST", FaultyProxy.silent());

        var body = bodies.write(bytes(1, LARGE));

        assertThat(bodies.read(body)).isEqualTo(bytes(1, LARGE));
    }

    @Test
    void whatIsDamagedOnTheWayThereIsSentAgain() throws IOException {
        proxy.plan("PUT", FaultyProxy.damagingRequest(100));

        var body = bodies.write(bytes(1, SMALL));

        assertThat(proxy.lines()).hasSize(2);
        assertThat(bodies.read(body)).isEqualTo(bytes(1, SMALL));
    }

    @Test
    void whatIsDamagedOnTheWayBackIsNotPassedOn() throws IOException {
        var body = bodies.write(bytes(1, SMALL));
        proxy.plan("GET", FaultyProxy.damaging(100));

        assertThatThrownBy(() -> bodies.read(body)).isInstanceOf(CorruptBodyException.class);
        assertThat(bodies.read(body)).isEqualTo(bytes(1, SMALL));
    }

    @Test
    void anAnswerThatBreaksOffIsGoneOnWith() throws IOException {
        var small = bodies.write(bytes(1, SMALL));
        var large = bodies.write(bytes(2, LARGE));
        proxy.plan("GET", FaultyProxy.cutShort(1000));

        assertThat(bodies.read(small)).isEqualTo(bytes(1, SMALL));
        proxy.plan("GET", FaultyProxy.cutShort(1000));
        proxy.plan("GET", FaultyProxy.cutShort(5_000_000));
        proxy.plan("GET", FaultyProxy.cutShort(1_000_000));
        assertThat(bodies.read(large)).isEqualTo(bytes(2, LARGE));
    }

    @Test
    void anAnswerThatAlwaysBreaksOffIsAnError() throws IOException {
        var body = bodies.write(bytes(1, SMALL));
        proxy.plan("GET", FaultyProxy.cutShort(1000), 3);

        assertThatThrownBy(() -> bodies.read(body)).isInstanceOf(BusyStoreException.class);
    }

    @Test
    void whoIsSilentIsNotWaitedForLong() throws IOException {
        proxy.plan("PUT", FaultyProxy.slow(20_000), 3);
        var since = System.nanoTime();

        assertThatThrownBy(() -> bodies.write(bytes(1, SMALL)))
                .isInstanceOf(BusyStoreException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void whereNobodyListensIsSaidSoon() throws IOException {
        proxy.close();

        assertThatThrownBy(() -> bodies.write(bytes(1, SMALL)))
                .isInstanceOf(BusyStoreException.class);
    }

    @Test
    void aLargeBodyOfWhichAPartFailsLeavesNothing() throws IOException {
        proxy.plan("POST", (request, there) -> there.answer(request));
        proxy.plan("PUT", (request, there) -> there.answer(request));
        proxy.plan("PUT", FaultyProxy.status("503 Slow Down"), 3);

        assertThatThrownBy(() -> bodies.write(bytes(1, LARGE)))
                .isInstanceOf(BusyStoreException.class);

        assertThat(isEmpty()).isTrue();
    }

    @Test
    void anUploadThatCannotBeAbortedIsLeftToTheSweep() throws IOException {
        proxy.plan("PUT", FaultyProxy.status("503 Slow Down"), 3);
        proxy.plan("DELETE", FaultyProxy.status("503 Slow Down"), 3);
        assertThatThrownBy(() -> bodies.write(bytes(1, LARGE)))
                .isInstanceOf(BusyStoreException.class);
        assertThat(bucket.client().unfinished("")).hasSize(1);

        var later = InstantSource.offset(InstantSource.system(), Duration.ofDays(2));
        new Sweep(
                        new Bodies(new RemoteStore(client), TestingBodies.keys(), 0, 0),
                        new InMemoryMetadata(1),
                        later)
                .run();

        assertThat(bucket.client().unfinished("")).isEmpty();
    }

    @Test
    void aRemovalThatFailsIsLeftToTheSweep() throws IOException {
        var body = bodies.write(bytes(1, SMALL));
        proxy.plan("DELETE", FaultyProxy.status("503 Slow Down"), 3);

        bodies.bodies().delete(List.of(body));

        assertThat(bucket.client().list("slices/", "")).hasSize(1);
    }
}
