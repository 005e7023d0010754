package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A failed fsync is no success: what it should have kept is refused, not tried again and then
/// called stored. (The kernel forgets what it failed to write, so a second fsync succeeds on
/// nothing.)
@Tag("proof")
class FsyncProofTests {
    private static final int TRIES = 20;
    private static final int WRITERS = 4;
    private static final int ENOUGH = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir Path folder;
    private Path data;
    private FailingDisk disk;
    private final Journal journal = new Journal();

    @BeforeEach
    void makeABucket() throws Exception {
        disk = FailingDisk.in(folder);
        data = folder.resolve("data");
        try (var dure = TestingDure.up(data)) {
            Renter.of(dure).close();
        }
    }

    @Test
    void nothingIsAcknowledgedWhileEveryFsyncFails() throws Exception {
        try (var dure = disk.up(data);
                var owner = Journal.owner(dure)) {
            assertThat(journal.put(owner, "before")).isEqualTo(Journal.OK);

            disk.failAll(dure);
            for (var number = 0; number < TRIES; number++) {
                assertThat(journal.put(owner, "failing-" + number))
                        .as("failing-" + number)
                        .isGreaterThanOrEqualTo(500);
            }
            disk.failNone(dure);
            for (var number = 0; number < TRIES; number++) {
                journal.put(owner, "after-" + number);
            }
            dure.kill();
        }

        requireAllAcknowledged();
    }

    /// Were a failed fsync tried again and then called a success, none would be refused. (Not each
    /// failure is a body's: the audit's sealer, say, forces its own files to disk.)
    @Test
    void oneFailedFsyncIsARefusal() throws Exception {
        var refused = 0;
        try (var dure = disk.up(data);
                var owner = Journal.owner(dure)) {
            for (var number = 0; number < TRIES; number++) {
                disk.failOnce(dure);
                refused += journal.put(owner, "failing-" + number) >= 500 ? 1 : 0;
                disk.failNone(dure);
                assertThat(journal.put(owner, "working-" + number)).isEqualTo(Journal.OK);
            }
            dure.kill();
        }

        assertThat(refused).isGreaterThan(TRIES / 2);
        requireAllAcknowledged();
    }

    @Test
    void whatIsAcknowledgedWhileOneFsyncInAHundredFailsIsKept() throws Exception {
        try (var dure = disk.upFailing(data, 0.01)) {
            var ended = new AtomicBoolean();
            var writers = new ArrayList<Thread>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var prefix = "writer-" + writer + "-";
                writers.add(Thread.ofVirtual().start(() -> write(dure, prefix, ended)));
            }
            awaitAcknowledged(ENOUGH);
            ended.set(true);
            dure.kill();
            for (var writer : writers) {
                writer.join();
            }
        }
        requireAllAcknowledged();
    }

    private void awaitAcknowledged(int number) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (journal.size() < number) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + journal.size() + " were stored");
            }
            Thread.sleep(50);
        }
    }

    private void write(TestingDure dure, String prefix, AtomicBoolean ended) {
        try (var owner = new Visitor(dure.address())) {
            while (!ended.get() && !owner.signedIn("hanbit", "kim", Renter.PASSWORD)) {
                Thread.sleep(100);
            }
            for (var number = 0; !ended.get(); number++) {
                journal.put(owner, prefix + number);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireAllAcknowledged() throws Exception {
        try (var dure = TestingDure.up(data);
                var owner = Journal.owner(dure)) {
            journal.verify(dure);
            assertThat(journal.put(owner, "again")).isEqualTo(Journal.OK);
        }
    }
}
