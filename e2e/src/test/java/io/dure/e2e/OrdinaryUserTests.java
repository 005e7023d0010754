package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dure needs no root, and what it was packaged into needs a JDK alone.
class OrdinaryUserTests {
    private static final int SIGTERM = 128 + 15;

    @TempDir Path folder;

    @Test
    void thePackageServesWithAJdkAlone() throws Exception {
        unpack();
        var user = OrdinaryUser.in(folder);
        var data = folder.resolve("data");

        try (var dure = TestingDure.launch(user.command(launcher()), data)) {
            dure.awaitReady();
            assertThat(Files.getAttribute(data, "unix:uid"))
                    .isEqualTo(Files.getAttribute(folder, "unix:uid"));
            var children = dure.process().descendants().toList();

            assertThat(dure.stop()).as(dure.output()).isEqualTo(SIGTERM);

            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(user.called()).doesNotExist();
        }
        try (var again = TestingDure.launch(user.command(launcher()), data)) {
            again.awaitReady();
            assertThat(again.output()).doesNotContain("Training");
        }
    }

    @Test
    void aCloneServesToo() throws Exception {
        Files.copy(builtJar(), folder.resolve("built.jar"));
        var clone = TestingClone.in(folder, "cp built.jar server/target/server-1.jar\n");
        var user = OrdinaryUser.in(folder);

        try (var dure =
                TestingDure.launch(
                        user.command(clone.folder().resolve("dure")), folder.resolve("data"))) {
            dure.awaitReady();

            assertThat(dure.stop()).as(dure.output()).isEqualTo(SIGTERM);
        }
    }

    private void unpack() throws IOException, InterruptedException {
        var outcome = Launcher.run(folder, "package");
        assertThat(outcome.code()).as(outcome.output()).isZero();
        var archive = outcome.output().strip().lines().toList().getLast();
        var tar = List.of("tar", "-xzf", archive, "--no-same-owner", "-C", folder.toString());
        assertThat(new ProcessBuilder(tar).inheritIO().start().waitFor()).isZero();
    }

    private Path launcher() throws IOException {
        return only(folder, "dure-*").resolve("dure");
    }

    private static Path builtJar() throws IOException {
        return only(Launcher.DURE.resolveSibling("server/target"), "server-*.jar");
    }

    private static Path only(Path folder, String pattern) throws IOException {
        try (var entries = Files.newDirectoryStream(folder, pattern)) {
            return entries.iterator().next();
        }
    }
}
