package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.bodies.earlier.BlockFormat;
import io.dure.engines.objects.bodies.earlier.BlockReader;
import io.dure.engines.objects.http.ByteRange;
import java.io.IOException;

/// Reads all chunks of a stored body and holds them against their checksums, which are of what is
/// stored: no key is needed.
public final class BodyCheck {
    private BodyCheck() {}

    /// @param start where the first chunk is among the stored bytes
    /// @throws CorruptBodyException if a chunk is not what was written
    public static void require(StoredBytes stored, long start, BodyHeader header, int[] sums)
            throws IOException {
        stored.expect(start, start + Chunks.storedBytes(header.size(), header.cipher()));
        var chunk = new ChunkBuffer();
        for (var number = 0; number < sums.length; number++) {
            chunk.length(Chunks.plainBytes(header.size(), number) + header.cipher().tagBytes());
            stored.read(start + Chunks.position(number, header.cipher()), chunk.view());
            if (Chunks.sum(chunk.bytes(), chunk.length()) != sums[number]) {
                throw new CorruptBodyException("chunk " + number + " differs");
            }
        }
    }

    /// Of a file as it was before files described themselves.
    public static void requireBlocks(StoredBytes stored, ReadBuffers buffers) throws IOException {
        var size = BlockFormat.bodyBytes(stored);
        new BlockReader(stored, size, buffers).read(ByteRange.whole(size), _ -> {});
    }
}
