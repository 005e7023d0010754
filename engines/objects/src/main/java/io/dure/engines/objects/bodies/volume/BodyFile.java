package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.place.FileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The file of a body that is being written. It gets its name when it is whole, so that what a
/// crash left behind is told from what rotted.
final class BodyFile implements BodyStore.LargeBody {
    private static final String UNFINISHED = ".new";

    /// So much may wait for the disk, twice: commits of others wait for it, too.
    private static final long PIECE_BYTES = 16 << 20;

    private final FileId id;
    private final Path path;
    private final Folder folder;
    private final FileChannel channel;
    private CompletableFuture<Void> forced = CompletableFuture.completedFuture(null);
    private long unforcedBytes;
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
            unforcedBytes += channel.write(pieces);
        }
        if (unforcedBytes >= PIECE_BYTES) {
            awaitForced();
            forced = CompletableFuture.runAsync(this::force, Thread.ofVirtual()::start);
            unforcedBytes = 0;
        }
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A failed fsync is told once: whoever did not listen would take the next one's word for it.
    private void awaitForced() throws IOException {
        try {
            forced.join();
        } catch (CompletionException e) {
            throw new IOException("it cannot be made durable", e);
        }
    }

    @Override
    public void sync() throws IOException {
        awaitForced();
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
