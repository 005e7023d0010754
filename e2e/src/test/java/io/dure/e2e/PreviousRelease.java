package io.dure.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The release before this one, checked out beside it and built by its own launcher.
record PreviousRelease(String tag, Path launcher) {
    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /// @return the newest tag that this commit descends from, other than its own; empty before the
    ///   second release, and where the clone has no tags
    static Optional<PreviousRelease> find() throws IOException, InterruptedException {
        var tag = git("describe", "--tags", "--abbrev=0", "HEAD^");
        return tag.isEmpty() ? Optional.empty() : Optional.of(checkOut(tag));
    }

    private static PreviousRelease checkOut(String tag) throws IOException, InterruptedException {
        var folder = REPOSITORY.resolve("target/releases").resolve(tag);
        if (!Files.exists(folder.resolve("dure"))) {
            Files.createDirectories(folder.getParent());
            git("worktree", "add", "--force", "--detach", folder.toString(), tag);
        }
        var launcher = folder.resolve("dure");
        build(launcher);
        return new PreviousRelease(tag, launcher);
    }

    /// Here, as a start that builds first takes longer than a start should.
    private static void build(Path launcher) throws IOException, InterruptedException {
        var outcome = Launcher.run(launcher, REPOSITORY, "package");
        if (outcome.code() != 0) {
            throw new IOException("it cannot be built: " + outcome.output());
        }
    }

    /// @return what git printed, empty if it failed
    private static String git(String... words) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(List.of("git", "-C", REPOSITORY.toString()));
        command.addAll(List.of(words));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? output.strip() : "";
    }
}
