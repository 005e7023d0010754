package io.dure.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Root as containers have it: without user namespaces, and with few capabilities.
class ContainedRootTests {
    private static final int NOBODY = 65_534;

    @TempDir Path folder;
    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        assumeTrue(
                Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0),
                "only root can become somebody else");
        home = Files.createDirectories(folder.resolve("root-only/postgres"));
        Files.setPosixFilePermissions(
                home.getParent(), PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void startsBelowAFolderThatOnlyRootMayEnter() throws Exception {
        try (var parent = contained()) {
            assertThat(parent.process().isAlive()).isTrue();
            assertThat(Files.getAttribute(home.resolve("data"), "unix:uid")).isEqualTo(NOBODY);
        }
    }

    @Test
    void startsOnDataThatBelongsToRoot() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            PostgresTests.write(postgres, 3);
        }

        try (var parent = contained()) {
            assertThat(parent.process().isAlive()).isTrue();
            parent.kill();
        }

        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            assertThat(PostgresTests.count(postgres)).isEqualTo(3);
        }
    }

    /// Left alone it would see within a minute that its lock file is gone.
    @Test
    void anOrphanIsEndedAtOnceThoughItsCommandMayNotBeAsked() throws Exception {
        try (var parent = contained()) {
            var orphan = PostgresTests.serverOf(home).orElseThrow();
            PostgresTests.killWatchdogs(orphan);
            parent.kill();
            var since = System.nanoTime();

            try (var _ = contained()) {
                assertThat(Duration.ofNanos(System.nanoTime() - since))
                        .isLessThan(Duration.ofSeconds(30));
                assertThat(PostgresTests.endsWithin(orphan, Duration.ofSeconds(20))).isTrue();
            }
        }
    }

    /// With an `unshare` that refuses, and what Docker takes from root by default.
    private TestingParent contained() throws IOException {
        var refuse = Files.createDirectories(folder.resolve("bin")).resolve("unshare");
        Files.writeString(refuse, "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(refuse, PosixFilePermissions.fromString("rwxr-xr-x"));
        return TestingParent.start(
                home,
                "env",
                "PATH=" + refuse.getParent() + ":" + System.getenv("PATH"),
                "setpriv",
                "--bounding-set=-dac_read_search,-sys_admin,-sys_ptrace");
    }
}
