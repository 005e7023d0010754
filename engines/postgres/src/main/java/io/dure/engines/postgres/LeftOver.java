package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A server that outlived its parent: its settings may be old, and the folder is ours now.
record LeftOver(ProcessHandle server) {
    /// A fast shutdown writes a checkpoint, which on a slow disk takes its time.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Optional<LeftOver> find(Path data) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(server -> serves(server, data))
                .map(LeftOver::new);
    }

    /// The number may since have gone to another program.
    private static boolean serves(ProcessHandle server, Path data) {
        return server.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(word -> isSame(word, data));
    }

    /// The same folder, though it may have been reached by another way.
    private static boolean isSame(String word, Path data) {
        try {
            return word.startsWith("/") && Files.isSameFile(Path.of(word), data);
        } catch (IOException e) {
            return false;
        }
    }

    void end() throws IOException {
        interrupt();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            Postgres.pause(Duration.ofMillis(50));
        }
        server.destroyForcibly();
    }

    /// SIGTERM would wait for its clients to leave. Its watchdog may have asked already and the
    /// server be gone by now, so a failure says nothing; and the shell's own `kill` is everywhere.
    private void interrupt() throws IOException {
        Commands.run(
                List.of(
                        "sh",
                        "-c",
                        "kill -INT \"$1\" || true",
                        "sh",
                        String.valueOf(server.pid())));
    }
}
