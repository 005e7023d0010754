package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// What a server that outlived its parent, or was killed with it, left in a data directory. Only
/// for who holds the [HomeLock], so that no other parent is about to start one.
record LeftOver(ProcessHandle holder) {
    /// A fast shutdown writes a checkpoint, which on a slow disk takes its time.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long NOBODY = 0;

    /// Ends the server, whose settings may be old: the folder is ours now. Takes its lock file away
    /// where PostgreSQL would take another process for the one that wrote it: after a crash the
    /// number may have gone to another program, or to a dead process that nobody has buried yet.
    /// What the killed server's children still hold, PostgreSQL sees by their shared memory.
    ///
    /// @throws PostgresException if somebody works on the directory without a server
    static void clear(Path data) throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        var number = number(lock);
        var left =
                ProcessHandle.of(Math.abs(number)).map(LeftOver::new).filter(LeftOver::isPostgres);
        if (number < 0 && left.filter(holder -> holder.worksIn(data)).isPresent()) {
            throw new PostgresException(
                    "Somebody runs postgres --single on " + data + ", as process " + -number + ".");
        }
        if (left.filter(holder -> holder.serves(data)).isPresent()) {
            left.get().end();
        }
        if (left.filter(holder -> holder.worksIn(data)).isEmpty()) {
            Files.deleteIfExists(lock);
        }
    }

    /// The number of the process that wrote the lock file, which is negative where that is no
    /// server; a power cut may have left the file empty, or with anything in it.
    private static long number(Path lock) throws IOException {
        try {
            return Files.readAllLines(lock, StandardCharsets.ISO_8859_1).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("-?\\d{1,10}"))
                    .map(Long::valueOf)
                    .orElse(NOBODY);
        } catch (NoSuchFileException e) {
            return NOBODY;
        }
    }

    /// By the one name that everybody may read: root in a container may not ask for the command of
    /// another user's process.
    private boolean isPostgres() {
        try {
            var name = Files.readString(Path.of("/proc/" + holder.pid() + "/comm"));
            return name.strip().equals("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    private boolean serves(Path data) {
        return words().anyMatch(word -> isSame(word, data));
    }

    /// Ours that will not end, or one that somebody started by hand: a server works in its folder.
    private boolean worksIn(Path data) {
        return serves(data) || isSame("/proc/" + holder.pid() + "/cwd", data);
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
