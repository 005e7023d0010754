package io.dure.engines.objects.bodies.earlier;

import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.StoredBytes;
import java.io.IOException;
import java.nio.ByteBuffer;

/// The layout of a body's file as it was before files described themselves (docs/decisions/0004):
/// its bytes, the CRC32C of each block of 256 KiB of them, and a footer that says what the file is
/// and covers the checksums with one of its own.
public final class BlockFormat {
    static final int BLOCK_BYTES = 256 * 1024;

    /// Magic, version, block size, body size, checksum of all but itself in table and footer.
    public static final int FOOTER_BYTES =
            Long.BYTES + Integer.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

    public static final long MAGIC = 0x4455_5245_424f_4459L; // "DUREBODY"
    private static final int VERSION = 1;

    private BlockFormat() {}

    static int blocks(long size) {
        return Math.toIntExact((size + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    /// The bytes of table and footer.
    static int trailerBytes(long size) {
        return blocks(size) * Integer.BYTES + FOOTER_BYTES;
    }

    /// @param trailer table and footer
    /// @return the blocks' checksums
    /// @throws CorruptBodyException if it is not the trailer of a body of this size
    static int[] readTrailer(ByteBuffer trailer, long size) throws CorruptBodyException {
        var expected = trailer.getInt(trailer.limit() - Integer.BYTES);
        if (Chunks.sum(trailer.duplicate().limit(trailer.limit() - Integer.BYTES)) != expected) {
            throw new CorruptBodyException("its trailer is damaged");
        }
        var sums = new int[blocks(size)];
        for (var block = 0; block < sums.length; block++) {
            sums[block] = trailer.getInt();
        }
        if (trailer.getLong() != MAGIC
                || trailer.getInt() != VERSION
                || trailer.getInt() != BLOCK_BYTES
                || trailer.getLong() != size) {
            throw new CorruptBodyException("its trailer is another's");
        }
        return sums;
    }

    /// How many bytes the body has, as its footer says.
    public static long bodyBytes(StoredBytes stored) throws IOException {
        var footer = ByteBuffer.allocate(FOOTER_BYTES);
        stored.read(stored.size() - FOOTER_BYTES, footer);
        var size = footer.getLong(Long.BYTES + 2 * Integer.BYTES);
        if (size < 0 || size + trailerBytes(size) != stored.size()) {
            throw new CorruptBodyException("its footer is damaged");
        }
        return size;
    }
}
