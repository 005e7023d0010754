package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What whoever types `./dure up` sees when it works, and when it cannot.
class LauncherTests {
    private static final int CANNOT_START = 2;

    @TempDir Path folder;

    @Test
    void stopsCleanlyWithPostgresOnSigterm() throws Exception {
        var data = folder.resolve("data");
        var dure = TestingDure.up(data);
        var children = dure.process().descendants().toList();

        dure.stop();

        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void isReadyAgainAfterKillDashNine() throws Exception {
        var data = folder.resolve("data");
        String link;
        try (var dure = TestingDure.up(data)) {
            link = dure.firstLink();
            dure.kill();
        }

        try (var again = TestingDure.up(data)) {
            assertThat(again.firstLink()).isNotEqualTo(link);
        }
    }

    @Test
    void aRelativeDataFolderIsBelowWhereItWasTyped() throws Exception {
        Files.writeString(folder.resolve("here"), "a file");

        var outcome = up("--data", "here", "--port", "0", "--s3-port", "0");

        assertSentence(outcome, folder.resolve("here").toString());
    }

    @Test
    void saysInOneSentenceThatAPortIsTaken() throws Exception {
        try (var port = taken()) {
            var number = String.valueOf(port.getLocalPort());

            var outcome = up("--data", "data", "--port", number, "--s3-port", "0");

            assertSentence(outcome, "Port " + number);
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void saysInOneSentenceThatTheDataFolderIsInUse() throws Exception {
        try (var dure = TestingDure.up(folder.resolve("data"))) {
            var outcome = up("--data", "data", "--port", "0", "--s3-port", "0");

            assertSentence(outcome, "is in use by another Dure");
            assertThat(dure.status("/readyz")).isEqualTo(200);
        }
    }

    @Test
    void saysInOneSentenceThatTheDataFolderCannotBeWritten() throws Exception {
        Files.writeString(folder.resolve("data"), "a file");

        var outcome = up("--data", "data", "--port", "0", "--s3-port", "0");

        assertSentence(outcome, "cannot be");
    }

    @Test
    void saysInOneSentenceThatAnOptionIsUnknown() throws Exception {
        assertSentence(up("--dta", "data"), "--dta");
    }

    @Test
    void saysInOneSentenceThatNoJdkIsThere() throws Exception {
        var outcome =
                Launcher.run(
                        List.of(
                                "env",
                                "-i",
                                "PATH=/nowhere:/usr/bin:/bin",
                                "DURE_JDK_PLACES=/nowhere",
                                Launcher.DURE.toString()),
                        folder,
                        "up");

        assertSentence(outcome, "JDK 25 is needed");
    }

    @Test
    void servesBelowAFolderThatOnlyRootMayEnter() throws Exception {
        assumeTrue(isRoot(), "only root makes such a folder");
        var closed =
                Files.createDirectory(
                        folder.resolve("closed"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));

        try (var dure = TestingDure.up(closed.resolve("data"))) {
            assertThat(dure.status("/readyz")).isEqualTo(200);
        }
    }

    private Launcher.Outcome up(String... options) throws IOException, InterruptedException {
        var words = new String[options.length + 1];
        words[0] = "up";
        System.arraycopy(options, 0, words, 1, options.length);
        return Launcher.run(folder, words);
    }

    private static void assertSentence(Launcher.Outcome outcome, String part) {
        assertThat(outcome.output().strip().lines().toList()).hasSize(1);
        assertThat(outcome.output()).startsWith("dure: ").contains(part);
        assertThat(outcome.code()).isEqualTo(CANNOT_START);
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
