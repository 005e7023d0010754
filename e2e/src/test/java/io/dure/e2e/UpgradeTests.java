package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data that the release before this one wrote, served by this one. There is nothing to upgrade
/// from until a release is tagged; until then these tests are skipped, and say so.
class UpgradeTests {
    /// Some fall into the migrations, whichever machine runs this.
    private static final List<Duration> MOMENTS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    @TempDir Path folder;
    private Path data;

    @BeforeEach
    void serveWithThePreviousRelease() throws Exception {
        var previous = PreviousRelease.find();
        assumeTrue(previous.isPresent(), "no earlier release is tagged");
        data = folder.resolve("data");
        try (var dure = TestingDure.launch(previous.get().launcher(), data, "--demo")) {
            dure.awaitReady();
            create(previous.get().launcher(), "hanbit");
        }
    }

    @Test
    void dataOfThePreviousReleaseIsThere() throws Exception {
        try (var dure = TestingDure.up(data)) {
            assertThat(tenants(dure)).contains("hanbit");
        }
    }

    @Test
    void itIsThereEvenIfTheUpgradeWasKilledInTheMiddle() throws Exception {
        for (var moment : MOMENTS) {
            try (var dure = TestingDure.launch(Launcher.DURE, data)) {
                Thread.sleep(moment);
                dure.kill();
            }
        }

        try (var dure = TestingDure.up(data)) {
            assertThat(tenants(dure)).contains("hanbit");
        }
    }

    private void create(Path launcher, String shortName) throws IOException, InterruptedException {
        var outcome =
                Launcher.run(
                        launcher,
                        folder,
                        "tenant",
                        "create",
                        shortName,
                        "한빛정밀",
                        "--owner",
                        "kim",
                        "--data",
                        data.toString());
        assertThat(outcome.code()).as(outcome.output()).isZero();
    }

    private String tenants(TestingDure dure) throws IOException, InterruptedException {
        return Launcher.run(folder, "tenant", "list", "--data", dure.data().toString()).output();
    }
}
