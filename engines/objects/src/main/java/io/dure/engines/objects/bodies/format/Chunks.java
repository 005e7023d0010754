package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.keys.BodyKey;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// How a body's bytes are cut: 64 KiB each, the last may be shorter; each with a checksum of what
/// is stored, and encrypted ones with a tag.
public final class Chunks {
    public static final int BYTES = 64 * 1024;

    /// A chunk as it is stored at most.
    static final int LARGEST_BYTES = BYTES + BodyKey.TAG_BYTES;

    private Chunks() {}

    static int count(long size) {
        return Math.toIntExact((size + BYTES - 1) / BYTES);
    }

    /// The bytes of a chunk's body.
    public static int plainBytes(long size, int chunk) {
        return (int) Math.min(BYTES, size - (long) chunk * BYTES);
    }

    /// Where a chunk starts among a body's stored bytes.
    static long position(int chunk, Cipher cipher) {
        return (long) chunk * (BYTES + cipher.tagBytes());
    }

    /// All chunks as they are stored.
    static long storedBytes(long size, Cipher cipher) {
        return size + (long) count(size) * cipher.tagBytes();
    }

    static int tableBytes(long size) {
        return count(size) * Integer.BYTES;
    }

    /// The CRC32C of what remains in the buffer, whose position stays.
    public static int sum(ByteBuffer stored) {
        var crc = new CRC32C();
        crc.update(stored.duplicate());
        return (int) crc.getValue();
    }

    public static int sum(byte[] stored, int length) {
        var crc = new CRC32C();
        crc.update(stored, 0, length);
        return (int) crc.getValue();
    }
}
