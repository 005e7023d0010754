package io.dure.engines.objects.bodies;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;

/// Writes one body. Unless it was [named][#commit] by the end, closing it removes what was written.
public final class BodyWriter implements AutoCloseable {
    private final Bodies bodies;
    private final Folder folder;
    private final UUID id;
    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer;
    private int[] sums = new int[16];
    private int blocks;
    private long size;
    private boolean kept;

    BodyWriter(Bodies bodies, Folder folder, UUID id, Path path, ByteBuffer buffer)
            throws IOException {
        this.bodies = bodies;
        this.folder = folder;
        this.id = id;
        this.path = path;
        this.buffer = buffer;
        this.channel =
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    public void write(byte[] bytes, int offset, int length) throws IOException {
        var at = offset;
        for (var left = length; left > 0; ) {
            if (buffer.position() == BlockFormat.BLOCK_BYTES) {
                sumBlock();
                writeBuffer();
            }
            var count = Math.min(left, BlockFormat.BLOCK_BYTES - buffer.position());
            buffer.put(bytes, at, count);
            at += count;
            left -= count;
            size += count;
        }
    }

    private void sumBlock() {
        if (blocks == sums.length) {
            sums = Arrays.copyOf(sums, blocks * 2);
        }
        sums[blocks++] = BlockFormat.sum(buffer.duplicate().flip());
    }

    private void writeBuffer() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /// Makes the body durable: its bytes, then its name.
    ///
    /// @throws IOException if the disk did not take it; it is then no body
    public StoredBody finish() throws IOException {
        if (buffer.position() > 0) {
            sumBlock();
        }
        if (blocks > 1) {
            writeBuffer();
        }
        writeTrailer();
        channel.force(true);
        folder.sync();
        return new StoredBody(id, size);
    }

    private void writeTrailer() throws IOException {
        var bytes = BlockFormat.trailerBytes(size);
        if (bytes <= buffer.remaining()) {
            BlockFormat.writeTrailer(sums, blocks, size, buffer);
            writeBuffer();
            return;
        }
        var trailer = ByteBuffer.allocate(bytes);
        BlockFormat.writeTrailer(sums, blocks, size, trailer);
        for (trailer.flip(); trailer.hasRemaining(); ) {
            channel.write(trailer);
        }
    }

    /// Bytes written so far.
    public long size() {
        return size;
    }

    /// Has the metadata name the body. Where they refuse it, the body goes. Any other failure
    /// leaves open whether they took it, so the body stays; if nothing names it, the sweep removes
    /// it.
    public <T> T commit(Supplier<T> naming) {
        kept = true;
        try {
            return naming.get();
        } catch (S3Exception refused) {
            kept = false;
            throw refused;
        }
    }

    @Override
    public void close() throws IOException {
        bodies.give(buffer);
        try (channel) {
            if (!kept) {
                Files.deleteIfExists(path);
            }
        } finally {
            bodies.release(id);
        }
    }
}
