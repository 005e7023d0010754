package io.dure.engines.objects.bodies;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The layout of a body's file: its bytes, the CRC32C of each block of 256 KiB of them, and a
/// footer that says what the file is and covers the checksums with one of its own.
final class BlockFormat {
    static final int BLOCK_BYTES = 256 * 1024;

    /// Magic, version, block size, body size, checksum of all but itself in table and footer.
    static final int FOOTER_BYTES =
            Long.BYTES + Integer.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

    private static final long MAGIC = 0x4455_5245_424f_4459L; // "DUREBODY"
    private static final int VERSION = 1;

    private BlockFormat() {}

    static int blocks(long size) {
        return Math.toIntExact((size + BLOCK_BYTES - 1) / BLOCK_BYTES);
    }

    /// The bytes of table and footer.
    static int trailerBytes(long size) {
        return blocks(size) * Integer.BYTES + FOOTER_BYTES;
    }

    /// The CRC32C of what remains in the buffer, whose position stays.
    static int sum(ByteBuffer block) {
        var crc = new CRC32C();
        crc.update(block.duplicate());
        return (int) crc.getValue();
    }

    /// Appends table and footer to the buffer.
    static void writeTrailer(int[] sums, int count, long size, ByteBuffer into) {
        var start = into.position();
        for (var block = 0; block < count; block++) {
            into.putInt(sums[block]);
        }
        into.putLong(MAGIC).putInt(VERSION).putInt(BLOCK_BYTES).putLong(size);
        into.putInt(sum(into.duplicate().flip().position(start)));
    }

    /// @param trailer table and footer
    /// @return the blocks' checksums
    /// @throws CorruptBodyException if it is not the trailer of a body of this size
    static int[] readTrailer(ByteBuffer trailer, long size) throws CorruptBodyException {
        var expected = trailer.getInt(trailer.limit() - Integer.BYTES);
        if (sum(trailer.duplicate().limit(trailer.limit() - Integer.BYTES)) != expected) {
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
}
