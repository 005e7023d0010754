package io.dure.engines.objects.bodies;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writes one body: a slice if it fits into one block, otherwise a file. Unless it was
/// [named][#commit] by the end, closing it removes what was written.
public final class BodyWriter implements AutoCloseable {
    private final Bodies bodies;
    private final ByteBuffer buffer;
    private @Nullable BodyFile file;
    private @Nullable UUID id;
    private int[] sums = new int[16];
    private int blocks;
    private long size;
    private Fate fate = Fate.ABANDONED;

    /// What becomes of the body.
    private enum Fate {
        ABANDONED,
        NAMED,
        /// Nobody heard whether the metadata took it.
        UNKNOWN
    }

    BodyWriter(Bodies bodies, ByteBuffer buffer) {
        this.bodies = bodies;
        this.buffer = buffer;
        startBlock();
    }

    private void startBlock() {
        buffer.clear().position(SliceFormat.HEADER_BYTES);
    }

    private int filled() {
        return buffer.position() - SliceFormat.HEADER_BYTES;
    }

    private ByteBuffer block() {
        return buffer.duplicate().flip().position(SliceFormat.HEADER_BYTES);
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        var at = offset;
        for (var left = length; left > 0; ) {
            if (filled() == BlockFormat.BLOCK_BYTES) {
                endBlock();
            }
            var count = Math.min(left, BlockFormat.BLOCK_BYTES - filled());
            buffer.put(bytes, at, count);
            at += count;
            left -= count;
            size += count;
        }
    }

    private void endBlock() throws IOException {
        if (file == null) {
            file = bodies.createFile();
            id = file.id().uuid();
        }
        sumBlock();
        file.write(block());
        startBlock();
    }

    private void sumBlock() {
        if (blocks == sums.length) {
            sums = Arrays.copyOf(sums, blocks * 2);
        }
        sums[blocks++] = BlockFormat.sum(block());
    }

    /// Makes the body durable.
    ///
    /// @throws IOException if the disk did not take it; it is then no body
    public StoredBody finish() throws IOException {
        if (file == null) {
            id = bodies.append(block());
            return new StoredBody(id, size);
        }
        sumBlock();
        file.write(block());
        file.write(trailer());
        file.sync();
        return new StoredBody(file.id().uuid(), size);
    }

    private ByteBuffer trailer() {
        var trailer = ByteBuffer.allocate(BlockFormat.trailerBytes(size));
        BlockFormat.writeTrailer(sums, blocks, size, trailer);
        return trailer.flip();
    }

    /// Bytes written so far.
    public long size() {
        return size;
    }

    /// Has the metadata name the body. Where they refuse it, the body goes. Any other failure
    /// leaves open whether they took it, so the body stays; if nothing names it, a later process's
    /// sweep removes it.
    public <T> T commit(Supplier<T> naming) {
        fate = Fate.UNKNOWN;
        try {
            var named = naming.get();
            fate = Fate.NAMED;
            return named;
        } catch (S3Exception refused) {
            fate = Fate.ABANDONED;
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        bodies.give(buffer);
        try {
            if (file != null) {
                file.close();
            }
        } finally {
            settle();
        }
    }

    private void settle() {
        if (id == null) {
            return;
        }
        switch (fate) {
            case NAMED -> bodies.release(id);
            // In use for as long as this process lasts, so that its sweep lets it be.
            case UNKNOWN -> {}
            case ABANDONED -> {
                bodies.remove(id);
                bodies.release(id);
            }
        }
    }
}
