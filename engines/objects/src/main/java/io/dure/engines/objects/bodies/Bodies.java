package io.dure.engines.objects.bodies;

import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The store of bodies in one folder, used by one process at a time.
public final class Bodies {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    private final Path root;
    private final Folders folders;
    private final Segments segments;
    private final Buffers buffers = new Buffers();
    private final Leases leases = new Leases();
    private final AtomicInteger holds = new AtomicInteger();

    /// @param root is made if it is not there
    public Bodies(Path root) throws IOException {
        this.root = Files.createDirectories(root.toAbsolutePath());
        Folders.force(this.root.resolve("..").normalize());
        this.folders = new Folders(root);
        this.segments = new Segments(this.root.resolve("segments"), leases);
    }

    /// Begins a body.
    public BodyWriter create() {
        return new BodyWriter(this, buffers.take());
    }

    /// Begins a file, which is in use until its lease is released.
    BodyFile createFile() throws IOException {
        var file = new BodyFile(root, folders.next());
        leases.take(List.of(file.id().uuid()));
        return file;
    }

    /// Makes a small body durable, which is in use until its lease is released.
    ///
    /// @param body behind [SliceFormat#HEADER_BYTES] of room
    UUID append(ByteBuffer body) throws IOException {
        return segments.append(body).uuid();
    }

    /// Opens an object's bodies, so that they stay until the reader is closed.
    ///
    /// @return empty if they are gone: the object was replaced since its metadata were read
    public Optional<ObjectReader> open(List<StoredBody> parts) throws IOException {
        if (!leases.takeToRead(parts.stream().map(StoredBody::id).toList())) {
            return Optional.empty();
        }
        var reader = new ObjectReader(this, parts, buffers.take());
        // An object's bodies are deleted in order, so while the first is there, all are.
        try {
            if (reader.hasFirst()) {
                return Optional.of(reader);
            }
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        reader.close();
        return Optional.empty();
    }

    /// @return empty if the body is gone
    Optional<BodyReader> reader(StoredBody body, ByteBuffer buffer) throws IOException {
        return switch (BodyId.of(body.id())) {
            case FileId file -> FileBodyReader.open(file.path(root), body.size(), buffer);
            case SliceId slice -> segments.open(slice, body.size(), buffer);
        };
    }

    /// Deletes bodies that no metadata refer to; those in use go when their last reader is done.
    /// What cannot be deleted is left to the sweep.
    public void delete(List<StoredBody> unreferenced) {
        unreferenced.forEach(body -> discard(body.id()));
    }

    /// Deletes a body that no metadata refer to, or leaves that to its last reader.
    void discard(UUID id) {
        if (leases.doom(id)) {
            removeDoomed(id);
        }
    }

    private void removeDoomed(UUID id) {
        try {
            remove(id);
        } finally {
            leases.gone(id);
        }
    }

    /// Keeps every body there is until the hold is closed, for a backup: whatever metadata are
    /// copied meanwhile find all that they name. What was to be deleted is left to the sweep.
    public Hold hold() {
        holds.incrementAndGet();
        return holds::decrementAndGet;
    }

    /// While it is open no body is deleted. Close it once.
    public interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// A removal that passes the check just before a hold began is harmless: the metadata had
    /// forgotten the body before.
    void remove(UUID id) {
        if (isHeld()) {
            return;
        }
        try {
            switch (BodyId.of(id)) {
                case FileId file -> Files.deleteIfExists(file.path(root));
                case SliceId slice -> segments.remove(slice);
            }
        } catch (IOException e) {
            LOG.warn("body.not-deleted id={} reason={}", id, e.getMessage());
        }
    }

    void release(UUID id) {
        if (leases.release(id)) {
            removeDoomed(id);
        }
    }

    boolean isUsed(UUID id) {
        return leases.isUsed(id);
    }

    void give(ByteBuffer buffer) {
        buffers.give(buffer);
    }

    Segments segments() {
        return segments;
    }

    /// Whether nothing may be deleted now.
    boolean isHeld() {
        return holds.get() > 0;
    }

    Path root() {
        return root;
    }

    /// Whether the disk under the store can be asked for its free bytes, and how many there are.
    public long freeBytes() {
        try {
            return Files.getFileStore(root).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
