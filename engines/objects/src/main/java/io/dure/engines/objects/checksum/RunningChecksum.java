package io.dure.engines.objects.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// A checksum while its bytes come by.
public sealed interface RunningChecksum {
    void update(byte[] bytes, int offset, int length);

    /// The value over all bytes so far, big-endian. Ends the sum.
    byte[] finish();

    static RunningChecksum of(ChecksumAlgorithm algorithm) {
        return switch (algorithm) {
            case CRC32 -> new Cyclic(new CRC32(), Integer.BYTES);
            case CRC32C -> new Cyclic(new CRC32C(), Integer.BYTES);
            case CRC64NVME -> new Cyclic(new Crc64Nvme(), Long.BYTES);
            case SHA1 -> digest("SHA-1");
            case SHA256 -> digest("SHA-256");
        };
    }

    /// MD5, of which S3 makes ETags.
    static RunningChecksum md5() {
        return digest("MD5");
    }

    private static Digest digest(String name) {
        try {
            return new Digest(MessageDigest.getInstance(name));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A cyclic redundancy check.
    record Cyclic(java.util.zip.Checksum sum, int lengthBytes) implements RunningChecksum {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            sum.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            var value = ByteBuffer.allocate(lengthBytes);
            return (lengthBytes == Long.BYTES
                            ? value.putLong(sum.getValue())
                            : value.putInt((int) sum.getValue()))
                    .array();
        }
    }

    /// A cryptographic hash.
    record Digest(MessageDigest digest) implements RunningChecksum {
        @Override
        public void update(byte[] bytes, int offset, int length) {
            digest.update(bytes, offset, length);
        }

        @Override
        public byte[] finish() {
            return digest.digest();
        }
    }
}
