package io.dure.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process that leads a group, as one in a terminal's foreground does: Ctrl-C goes to all of it.
record Group(Process leader) implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    /// Whoever runs the tests may have them ignore Ctrl-C; what runs in a terminal does not.
    static List<String> command(String... words) {
        var command = new ArrayList<>(List.of("setsid", "env", "--default-signal=INT"));
        command.addAll(List.of(words));
        return command;
    }

    void interrupt() throws IOException, InterruptedException {
        var kill = List.of("sh", "-c", "kill -s INT -- -" + leader.pid());
        new ProcessBuilder(kill).inheritIO().start().waitFor();
    }

    void terminate() {
        leader.destroy();
    }

    /// @return its exit code, as a shell shows it
    int awaitEnd() throws InterruptedException {
        if (!leader.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after " + PATIENCE_SECONDS + " s");
        }
        return leader.exitValue();
    }

    /// Every process whose command names a folder, whoever its parent is.
    static Stream<ProcessHandle> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info()
                                .commandLine()
                                .filter(line -> line.contains(folder.toString()))
                                .isPresent());
    }

    @Override
    public void close() {
        leader.destroyForcibly();
    }
}
