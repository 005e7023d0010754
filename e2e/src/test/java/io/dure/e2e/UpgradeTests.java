package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data that the release before this one wrote, served by this one. There is nothing to upgrade
/// from until a release is tagged; until then these tests are skipped, and say so.
class UpgradeTests {
    /// Some fall into the migrations, whichever machine runs this.
    private static final List<Duration> MOMENTS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private static final int OBJECTS = 20;

    private final Journal journal = new Journal();
    @TempDir Path folder;
    private Path data;

    @BeforeEach
    void serveWithThePreviousRelease() throws Exception {
        var previous = PreviousRelease.find();
        assumeTrue(previous.isPresent(), "no earlier release is tagged");
        data = folder.resolve("data");
        var launcher = previous.get().launcher();
        try (var dure = TestingDure.launch(launcher, data)) {
            dure.awaitReady();
            try (var renter = Renter.of(dure, launcher)) {
                for (var number = 0; number < OBJECTS; number++) {
                    assertThat(journal.put(renter.owner(), "before-" + number))
                            .isEqualTo(Journal.OK);
                }
                renter.owner().post("/api/o/hanbit/departments", Map.of("name", "생산본부"));
            }
        }
    }

    @Test
    void dataOfThePreviousReleaseIsThere() throws Exception {
        assertThatAllIsThere();
    }

    @Test
    void itIsThereEvenIfTheUpgradeWasKilledInTheMiddle() throws Exception {
        for (var moment : MOMENTS) {
            try (var dure = TestingDure.launch(Launcher.DURE, data)) {
                Thread.sleep(moment);
                dure.kill();
            }
        }

        assertThatAllIsThere();
    }

    private void assertThatAllIsThere() throws Exception {
        try (var dure = TestingDure.up(data);
                var owner = Journal.owner(dure)) {
            journal.verify(dure);
            assertThat(owner.get("/api/o/hanbit/departments").toString()).contains("생산본부");
            assertThat(journal.put(owner, "after")).isEqualTo(Journal.OK);
            var trail = Launcher.run(folder, "audit", "verify", "--data", data.toString());
            assertThat(trail.code()).as(trail.output()).isZero();
        }
    }
}
