package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A full disk harms nothing: what does not fit is refused, what was acknowledged stays, and when
/// space returns the server takes more, by itself.
@Tag("proof")
class FullDiskProofTests {
    private static final int DISK_MEBIBYTES = 640;
    private static final int MOST_OBJECTS = 5_000;
    private static final int TRIES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private final Journal journal = new Journal();

    @Test
    void whatDoesNotFitIsRefusedAndSpaceThatReturnsIsUsed() throws Exception {
        try (var disk = SmallDisk.mount(folder, DISK_MEBIBYTES)) {
            var data = disk.path().resolve("data");
            try (var dure = TestingDure.up(data);
                    var owner = Renter.of(dure).owner()) {
                disk.fill(8);
                putUntilRefused(owner);
                disk.fill();
                for (var number = 0; number < TRIES; number++) {
                    assertThat(journal.put(owner, "full-" + number)).isNotEqualTo(Journal.OK);
                }

                disk.free();

                awaitRoom(owner);
                journal.verify(dure);
                dure.kill();
            }
            try (var dure = TestingDure.up(data)) {
                journal.verify(dure);
            }
        }
    }

    @Test
    void aServerKilledOnAFullDiskStartsAgainWhenSpaceReturned() throws Exception {
        try (var disk = SmallDisk.mount(folder, DISK_MEBIBYTES)) {
            var data = disk.path().resolve("data");
            try (var dure = TestingDure.up(data);
                    var owner = Renter.of(dure).owner()) {
                disk.fill(8);
                putUntilRefused(owner);
                disk.fill();
                dure.kill();
            }
            try (var dure = TestingDure.launch(Launcher.DURE, data)) {
                Thread.sleep(PATIENCE.dividedBy(6));
                dure.kill();
            }

            disk.free();

            try (var dure = TestingDure.up(data);
                    var owner = Journal.owner(dure)) {
                journal.verify(dure);
                assertThat(journal.put(owner, "again")).isEqualTo(Journal.OK);
            }
        }
    }

    private void putUntilRefused(Visitor owner) throws InterruptedException {
        for (var number = 0; number < MOST_OBJECTS; number++) {
            if (journal.put(owner, "paper-" + number) != Journal.OK) {
                return;
            }
        }
        throw new IllegalStateException("the disk does not fill up");
    }

    private void awaitRoom(Visitor owner) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var number = 0; journal.put(owner, "room-" + number) != Journal.OK; number++) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the server does not recover by itself");
            }
            Thread.sleep(500);
        }
    }
}
