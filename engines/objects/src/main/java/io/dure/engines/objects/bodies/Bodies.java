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
    private final Buffers buffers = new Buffers();
    private final Leases leases = new Leases();
    private final AtomicInteger holds = new AtomicInteger();

    /// @param root is made if it is not there
    public Bodies(Path root) throws IOException {
        this.root = Files.createDirectories(root.toAbsolutePath());
        Folders.force(this.root.resolve("..").normalize());
        this.folders = new Folders(root);
    }

    /// Begins a body.
    public BodyWriter create() throws IOException {
        var folder = folders.next();
        var id = BodyId.random(folder.number());
        leases.take(List.of(id));
        var buffer = buffers.take();
        try {
            return new BodyWriter(this, folder, id, path(id), buffer);
        } catch (IOException e) {
            give(buffer);
            release(id);
            throw e;
        }
    }

    /// Opens an object's bodies, so that they stay until the reader is closed.
    ///
    /// @return empty if they are gone: the object was replaced since its metadata were read
    public Optional<ObjectReader> open(List<StoredBody> parts) {
        leases.take(parts.stream().map(StoredBody::id).toList());
        // An object's bodies are deleted in order, so while the first is there, all are.
        if (!parts.isEmpty() && !Files.exists(path(parts.getFirst().id()))) {
            parts.forEach(part -> release(part.id()));
            return Optional.empty();
        }
        return Optional.of(new ObjectReader(this, parts, buffers.take()));
    }

    /// Deletes bodies that no metadata refer to; those in use go when their last reader is done.
    /// What cannot be deleted is left to the sweep.
    public void delete(List<StoredBody> unreferenced) {
        for (var body : unreferenced) {
            if (leases.doom(body.id())) {
                remove(body.id());
            }
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
        if (holds.get() > 0) {
            return;
        }
        try {
            Files.deleteIfExists(path(id));
        } catch (IOException e) {
            LOG.warn("body.not-deleted id={} reason={}", id, e.getMessage());
        }
    }

    void release(UUID id) {
        if (leases.release(id)) {
            remove(id);
        }
    }

    boolean isUsed(UUID id) {
        return leases.isUsed(id);
    }

    void give(ByteBuffer buffer) {
        buffers.give(buffer);
    }

    Path path(UUID id) {
        return BodyId.path(root, id);
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
