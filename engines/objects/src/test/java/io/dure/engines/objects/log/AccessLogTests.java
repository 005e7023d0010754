package io.dure.engines.objects.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.configuration.BucketLogging;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTests {
    private static final Instant NOW = Instant.parse("2026-11-28T01:02:03Z");
    private static final Namespace OWNER = new Namespace(UUID.randomUUID());
    private static final LogLine LINE = new LogLine().word("x".repeat(1023));
    private static final int LINES_OF_AN_OBJECT = 1024;

    @TempDir Path folder;
    private final InMemoryMetadata metadata = new InMemoryMetadata(Long.MAX_VALUE);
    private AccessLog log;

    @BeforeEach
    void makeABucket() throws IOException {
        var clock = InstantSource.fixed(NOW);
        metadata.createBucket(OWNER, new Bucket("logs", NOW));
        log =
                new AccessLog(
                        metadata,
                        new Buckets(metadata, clock),
                        new Bodies(folder, TestingBodies.keys(), 0, 0),
                        clock);
    }

    private static LoggedBucket of(String bucket, String target) {
        return new LoggedBucket(OWNER, bucket, new BucketLogging.Target(target, bucket + "/"));
    }

    private List<ListedObject> delivered() {
        return metadata.list(OWNER, "logs", new Listing("", "", "", 100)).items();
    }

    @Test
    void whatIsGatheredIsDeliveredAtTheEnd() {
        log.start();
        log.add(of("photos", "logs"), LINE);
        log.add(of("papers", "logs"), LINE);
        log.add(of("photos", "logs"), LINE);

        log.close();

        assertThat(delivered()).extracting(ListedObject::size).containsExactly(1024L, 2048L);
        assertThat(delivered().getFirst().key()).matches("papers/2026-11-28-01-02-03-[0-9A-F]{16}");
    }

    @Test
    void manyLinesAreDeliveredAtOnce() {
        log.start();
        log.add(of("papers", "logs"), LINE);
        for (var i = 0; i < LINES_OF_AN_OBJECT + 1; i++) {
            log.add(of("photos", "logs"), LINE);
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    while (delivered().isEmpty()) {
                        Thread.sleep(5);
                    }
                });

        assertThat(delivered()).extracting(ListedObject::size).containsExactly(1L << 20);
        log.close();
        assertThat(delivered()).hasSize(3);
    }

    @Test
    void aTargetThatIsGoneHoldsUpNoOther() {
        log.start();
        log.add(of("photos", "gone"), LINE);
        log.add(of("papers", "logs"), LINE);

        log.close();

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void noMoreIsHeldThanThereIsRoomFor() {
        for (var i = 0; i < 40 * LINES_OF_AN_OBJECT; i++) {
            log.add(of("photos", "logs"), LINE);
        }

        log.start();
        log.close();

        assertThat(delivered().stream().mapToLong(ListedObject::size).sum()).isEqualTo(32L << 20);
    }
}
