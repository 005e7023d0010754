package io.dure.engines.objects.bodies;

import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads ranges of one body, a verified block at a time.
final class BodyReader implements AutoCloseable {
    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer;

    BodyReader(Path path, StoredBody body, ByteBuffer buffer) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
        this.size = body.size();
        this.buffer = buffer;
    }

    /// @throws CorruptBodyException before any byte of the block that is damaged
    void read(ByteRange range, ByteSink sink) throws IOException {
        if (size <= BlockFormat.BLOCK_BYTES) {
            readSmall(range, sink);
            return;
        }
        var sums = trailer();
        var end = range.first() + range.length();
        for (var at = range.first(); at < end; ) {
            var block = (int) (at / BlockFormat.BLOCK_BYTES);
            var start = (long) block * BlockFormat.BLOCK_BYTES;
            load(start, (int) Math.min(BlockFormat.BLOCK_BYTES, size - start));
            verify(sums[block]);
            buffer.limit((int) Math.min(buffer.limit(), end - start)).position((int) (at - start));
            at += buffer.remaining();
            sink.accept(buffer);
        }
    }

    /// One read for bytes and trailer.
    private void readSmall(ByteRange range, ByteSink sink) throws IOException {
        load(0, (int) size + BlockFormat.trailerBytes(size));
        var sums =
                BlockFormat.readTrailer(
                        buffer.slice((int) size, BlockFormat.trailerBytes(size)), size);
        buffer.limit((int) size);
        if (sums.length > 0) {
            verify(sums[0]);
        }
        buffer.limit((int) (range.first() + range.length())).position((int) range.first());
        sink.accept(buffer);
    }

    private int[] trailer() throws IOException {
        var trailer = ByteBuffer.allocate(BlockFormat.trailerBytes(size));
        fill(trailer, size);
        return BlockFormat.readTrailer(trailer, size);
    }

    private void load(long position, int length) throws IOException {
        buffer.clear().limit(length);
        fill(buffer, position);
    }

    private void fill(ByteBuffer into, long position) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into, position + into.position()) < 0) {
                throw new CorruptBodyException("it is cut short");
            }
        }
        into.flip();
    }

    private void verify(int expected) throws CorruptBodyException {
        if (BlockFormat.sum(buffer) != expected) {
            throw new CorruptBodyException("a block's checksum differs");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
