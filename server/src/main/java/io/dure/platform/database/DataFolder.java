package io.dure.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder that holds all that a node keeps, used by one process at a time.
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Creates the folder if need be, readable by its user alone, and takes it for this process.
    ///
    /// @throws UnusableFolderException with a sentence for the operator
    public static DataFolder open(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            var channel =
                    FileChannel.open(
                            path.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new UnusableFolderException(
                        "The data folder " + path + " is in use by another Dure.");
            }
            return new DataFolder(path, lock);
        } catch (IOException e) {
            throw new UnusableFolderException(
                    "The data folder " + path + " cannot be used: " + why(e) + ".");
        }
    }

    private static String why(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "a file is in its place";
            case NoSuchFileException _ -> "it cannot be created there";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public Path path() {
        return path;
    }

    /// @return a folder inside, created if need be, readable by its user alone
    public Path folder(String name) {
        try {
            var folder = Files.createDirectories(path.resolve(name));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            return folder;
        } catch (IOException e) {
            throw new UnusableFolderException(
                    "The folder "
                            + path.resolve(name)
                            + " cannot be written: "
                            + e.getMessage()
                            + ".");
        }
    }

    /// Writes a small file inside, as [WholeFile] does.
    public void write(String name, String text) {
        try {
            WholeFile.write(path.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UnusableFolderException(
                    "The file "
                            + path.resolve(name)
                            + " cannot be written: "
                            + e.getMessage()
                            + ".");
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lock.acquiredBy().close();
    }
}
