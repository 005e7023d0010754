package io.dure.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The command `./dure`, run to its end.
final class Launcher {
    static final Path DURE = Path.of("../dure").toAbsolutePath().normalize();

    private static final int PATIENCE_MINUTES = 10;

    private Launcher() {}

    /// What a command said, and how it ended.
    record Outcome(int code, String output) {}

    static Outcome run(Path folder, String... words) throws IOException, InterruptedException {
        return run(DURE, folder, words);
    }

    /// @param launcher of this release or of another
    static Outcome run(Path launcher, Path folder, String... words)
            throws IOException, InterruptedException {
        return run(List.of(launcher.toString()), folder, words);
    }

    /// @param command the launcher, perhaps with words in front, such as those that change the user
    static Outcome run(List<String> command, Path folder, String... words)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(command);
        all.addAll(List.of(words));
        var process = process(all).directory(folder.toFile()).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), output);
    }

    /// This release was built before its tests run, and is not built anew under them.
    static ProcessBuilder process(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (command.contains(DURE.toString())) {
            builder.environment().put("DURE_BUILD", "no");
        }
        return builder;
    }
}
