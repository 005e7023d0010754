package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// What PostgreSQL writes, kept over starts up to a size, with one predecessor.
///
/// @param from where this start's lines begin, in bytes
record ServerLog(Path file, long from) {
    private static final long MOST_BYTES = 16L << 20;

    private static final int LONGEST_LOOK = 1 << 16;

    /// Answers to those who connect while the server starts or recovers, and what a new start right
    /// after a crash says until the old children are gone.
    private static final List<String> NOT_YET = List.of("database system is", "shared memory");

    static Path in(Path home) {
        return home.resolve("postgres.log");
    }

    static ServerLog open(Path home) throws IOException {
        var file = in(home);
        if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
            Files.move(
                    file,
                    home.resolve("postgres.log.1"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        }
        return new ServerLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    /// Why the server never will start, if it says so; "not yet" is no reason.
    Optional<String> reason() throws IOException {
        return text().lines()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .filter(line -> NOT_YET.stream().noneMatch(line::contains))
                .map(line -> line.substring(line.indexOf(": ") + 1).strip())
                .findFirst();
    }

    private String text() throws IOException {
        try (var channel = FileChannel.open(file)) {
            var buffer = ByteBuffer.allocate(LONGEST_LOOK);
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
                // until the end or enough
            }
            return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
        }
    }
}
