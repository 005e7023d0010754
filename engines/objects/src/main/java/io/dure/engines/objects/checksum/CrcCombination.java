package io.dure.engines.objects.checksum;

import java.nio.ByteBuffer;

/// The CRC of two strings joined, from the CRC of each and the length of the second: appending
/// zeros is a linear map over GF(2), applied by repeated squaring. Mark Adler, zlib 1.2.11,
/// `crc32_combine`.
final class CrcCombination {
    private static final long CRC32 = 0xedb8_8320L;
    private static final long CRC32C = 0x82f6_3b78L;

    private CrcCombination() {}

    /// @param lengthBytes of what the second checksum was computed over
    static byte[] join(ChecksumAlgorithm algorithm, byte[] first, byte[] second, long lengthBytes) {
        var bits = algorithm.lengthBytes() * Byte.SIZE;
        var joined =
                shift(read(first), lengthBytes, oneZeroBit(polynomial(algorithm), bits))
                        ^ read(second);
        return bits == Long.SIZE
                ? ByteBuffer.allocate(Long.BYTES).putLong(joined).array()
                : ByteBuffer.allocate(Integer.BYTES).putInt((int) joined).array();
    }

    private static long polynomial(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> CRC32;
            case CRC32C -> CRC32C;
            case CRC64NVME -> Crc64Nvme.POLYNOMIAL;
            case SHA1, SHA256 -> throw new IllegalArgumentException(algorithm + " is not linear");
        };
    }

    private static long read(byte[] value) {
        return value.length == Long.BYTES
                ? ByteBuffer.wrap(value).getLong()
                : Integer.toUnsignedLong(ByteBuffer.wrap(value).getInt());
    }

    private static long shift(long crc, long lengthBytes, long[] oneBit) {
        var map = square(square(square(oneBit)));
        var shifted = crc;
        for (var left = lengthBytes; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                shifted = apply(map, shifted);
            }
            map = square(map);
        }
        return shifted;
    }

    private static long[] oneZeroBit(long polynomial, int bits) {
        var map = new long[bits];
        map[0] = polynomial;
        for (var bit = 1; bit < bits; bit++) {
            map[bit] = 1L << (bit - 1);
        }
        return map;
    }

    private static long apply(long[] map, long vector) {
        long sum = 0;
        for (var bit = 0; bit < map.length; bit++) {
            sum ^= (vector >>> bit & 1) == 0 ? 0 : map[bit];
        }
        return sum;
    }

    private static long[] square(long[] map) {
        var squared = new long[map.length];
        for (var bit = 0; bit < map.length; bit++) {
            squared[bit] = apply(map, map[bit]);
        }
        return squared;
    }
}
