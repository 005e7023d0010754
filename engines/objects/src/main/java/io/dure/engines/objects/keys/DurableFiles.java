package io.dure.engines.objects.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Small files that are there whole or not at all, and on disk before anybody relies on them.
final class DurableFiles {
    private DurableFiles() {}

    /// @throws java.nio.file.FileAlreadyExistsException if there is such a file
    static void create(Path file, byte[] bytes) throws IOException {
        write(file, bytes, StandardOpenOption.CREATE_NEW);
        force(file.resolveSibling("."));
    }

    static void replace(Path file, byte[] bytes) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        write(next, bytes, StandardOpenOption.CREATE_NEW);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        force(file.resolveSibling("."));
    }

    /// Overwrites a file before it goes, for what that is worth on the disk at hand.
    static void destroy(Path file) throws IOException {
        if (Files.exists(file)) {
            write(file, new byte[(int) Files.size(file)], StandardOpenOption.WRITE);
            Files.delete(file);
            force(file.resolveSibling("."));
        }
    }

    private static void write(Path file, byte[] bytes, StandardOpenOption option)
            throws IOException {
        try (var channel = FileChannel.open(file, option, StandardOpenOption.WRITE)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            var left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder.normalize(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
