package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a server that outlived its parent, or was killed with it, left in a data directory. Only
/// for who holds the [HomeLock], so that no other parent is about to start one.
record LeftOver(ProcessHandle holder) {
    /// A fast shutdown writes a checkpoint, which on a slow disk takes its time.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Ends the server, whose settings may be old: the folder is ours now. Takes its lock file away
    /// where PostgreSQL would take another process for the one that wrote it: after a crash the
    /// number may have gone to another program, or to a dead process that nobody has buried yet.
    /// What the killed server's children still hold, PostgreSQL sees by their shared memory.
    static void clear(Path data) throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        var left = holder(lock).map(LeftOver::new);
        if (left.filter(holder -> holder.serves(data)).isPresent()) {
            left.get().end();
        }
        if (left.filter(holder -> holder.isPostgresIn(data)).isEmpty()) {
            Files.deleteIfExists(lock);
        }
    }

    /// The process that the lock file names, if there is one; a power cut may have emptied the
    /// file.
    private static Optional<ProcessHandle> holder(Path lock) throws IOException {
        try {
            return Files.readAllLines(lock).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,10}"))
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private boolean serves(Path data) {
        return words().anyMatch(word -> isSame(word, data));
    }

    /// Ours that will not end, or one that somebody started by hand: a server works in its folder.
    private boolean isPostgresIn(Path data) {
        var folder = "/proc/" + holder.pid() + "/cwd";
        return words().anyMatch(word -> Path.of(word).endsWith("postgres"))
                && (serves(data) || isSame(folder, data));
    }

    /// Its command; none of a process that is dead, though it still has its number.
    private Stream<String> words() {
        var info = holder.info();
        return Stream.concat(
                info.command().stream(), info.arguments().stream().flatMap(Stream::of));
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
        await();
        if (isThere()) {
            holder.destroyForcibly();
            await();
        }
    }

    private void await() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isThere() && System.nanoTime() < deadline) {
            Postgres.pause(Duration.ofMillis(50));
        }
    }

    private boolean isThere() {
        return holder.isAlive() && words().findAny().isPresent();
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
                        String.valueOf(holder.pid())));
    }
}
