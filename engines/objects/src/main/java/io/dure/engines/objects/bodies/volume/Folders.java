package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.place.FileId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Spreads files over 65,536 folders: a random one takes some in a row, so that their writers share
/// its fsync, then another does.
final class Folders {
    /// Enough to share fsyncs; few enough that a store of ten million bodies has even folders.
    private static final int IN_A_ROW = 1_000;

    private final Path root;
    private @Nullable Folder current;

    Folders(Path root) {
        this.root = root;
    }

    synchronized Folder next() throws IOException {
        if (current == null || !current.take()) {
            current = open(ThreadLocalRandom.current().nextInt(FileId.FOLDERS));
        }
        return current;
    }

    private Folder open(int number) throws IOException {
        var path = FileId.folder(root, number);
        // Also where it is there already: a process that crashed may have made it and not got
        // further.
        Files.createDirectories(path);
        force(path.resolve("..").normalize());
        force(root);
        return new Folder(number, path, IN_A_ROW - 1);
    }

    static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
