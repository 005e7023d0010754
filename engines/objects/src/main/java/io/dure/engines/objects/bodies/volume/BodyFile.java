package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.place.FileId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/// The file of a body that is being written. It gets its name when it is whole, so that what a
/// crash left behind is told from what rotted.
public final class BodyFile implements BodyStore.LargeBody {
    private static final String UNFINISHED = ".new";

    private final FileId id;
    private final Path path;
    private final Folder folder;
    private final FileChannel channel;
    private boolean finished;

    BodyFile(Path root, Folder folder) throws IOException {
        this.id = FileId.random(folder.number());
        this.path = id.path(root);
        this.folder = folder;
        this.channel =
                FileChannel.open(
                        unfinished(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static Path unfinished(Path path) {
        return path.resolveSibling(path.getFileName() + UNFINISHED);
    }

    /// The body that a file's name says it is to become.
    public static Optional<FileId> unfinished(String name) {
        return name.endsWith(UNFINISHED)
                ? FileId.parse(name.substring(0, name.length() - UNFINISHED.length()))
                : Optional.empty();
    }

    @Override
    public UUID place() {
        return id.uuid();
    }

    @Override
    public void write(ByteBuffer[] pieces) throws IOException {
        while (pieces[pieces.length - 1].hasRemaining()) {
            channel.write(pieces);
        }
    }

    @Override
    public void sync() throws IOException {
        channel.force(true);
        Files.move(unfinished(path), path, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        folder.sync();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(unfinished(path));
        }
    }
}
