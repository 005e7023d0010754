package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A home taken for one parent, until it is closed or the process ends in whatever way. Without it
/// a second parent would take the first one's server for a left-over, and end it.
record HomeLock(FileChannel channel) implements AutoCloseable {
    /// @throws PostgresException if another parent holds it
    static HomeLock take(Path home) throws IOException {
        Files.createDirectories(home);
        var channel =
                FileChannel.open(
                        home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new PostgresException(
                    "A PostgreSQL that somebody else started serves " + home + ".");
        }
        return new HomeLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PostgresException("The lock of PostgreSQL's folder cannot be given back.", e);
        }
    }
}
