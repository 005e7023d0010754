package io.dure.engines.objects.bodies.earlier;

import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.ByteSink;
import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.ReadBuffers;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.http.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads ranges of a body that is a file as it was before files described themselves, a verified
/// block at a time.
public final class BlockReader implements BodyReader {
    private final StoredBytes stored;
    private final long size;
    private final ReadBuffers buffers;

    public BlockReader(StoredBytes stored, long size, ReadBuffers buffers) {
        this.stored = stored;
        this.size = size;
        this.buffers = buffers;
    }

    @Override
    public void read(ByteRange range, ByteSink sink) throws IOException {
        var sums = trailer();
        var end = range.first() + range.length();
        var buffer = buffers.direct();
        for (var at = range.first(); at < end; ) {
            var block = (int) (at / BlockFormat.BLOCK_BYTES);
            var start = (long) block * BlockFormat.BLOCK_BYTES;
            buffer.clear().limit((int) Math.min(BlockFormat.BLOCK_BYTES, size - start));
            stored.read(start, buffer);
            if (Chunks.sum(buffer.flip()) != sums[block]) {
                throw new CorruptBodyException("a block's checksum differs");
            }
            buffer.limit((int) Math.min(buffer.limit(), end - start)).position((int) (at - start));
            at += buffer.remaining();
            sink.accept(buffer);
        }
    }

    private int[] trailer() throws IOException {
        var trailer = ByteBuffer.allocate(BlockFormat.trailerBytes(size));
        stored.read(size, trailer);
        return BlockFormat.readTrailer(trailer.flip(), size);
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
