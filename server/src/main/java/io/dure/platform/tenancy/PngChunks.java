package io.dure.platform.tenancy;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// The outer structure of PNG: a signature, then chunks of length, type, content and checksum, the
/// last of them IEND. PNG (Third Edition) §5.
final class PngChunks {
    private static final int SIGNATURE_BYTES = 8;
    private static final int TYPE_BYTES = 4;

    /// Length, type and checksum.
    private static final int FRAME_BYTES = 12;

    private static final int IEND = 0x49454e44;

    private PngChunks() {}

    static boolean areWhole(byte[] png) {
        var bytes = ByteBuffer.wrap(png).position(SIGNATURE_BYTES);
        while (bytes.remaining() >= FRAME_BYTES) {
            var length = bytes.getInt();
            if (length < 0 || length > bytes.remaining() - TYPE_BYTES - Integer.BYTES) {
                return false;
            }
            var type = bytes.getInt(bytes.position());
            var sum = new CRC32();
            sum.update(bytes.slice(bytes.position(), TYPE_BYTES + length));
            bytes.position(bytes.position() + TYPE_BYTES + length);
            if (bytes.getInt() != (int) sum.getValue()) {
                return false;
            }
            if (type == IEND) {
                return !bytes.hasRemaining();
            }
        }
        return false;
    }
}
