package io.dure.e2e;

import java.io.IOException;
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
        return run(List.of(), folder, words);
    }

    /// @param prefix words in front, such as those that change the user
    static Outcome run(List<String> prefix, Path folder, String... words)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.add(DURE.toString());
        command.addAll(List.of(words));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Outcome(process.waitFor(), output);
    }
}
