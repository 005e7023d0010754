package io.dure.engines.objects.bodies.format;

import java.nio.ByteBuffer;

/// Room for one stored chunk. On the heap, for AES-GCM is three times as fast there.
public final class ChunkBuffer {
    private final byte[] bytes = new byte[Chunks.LARGEST_BYTES];
    private int length;

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    public ChunkBuffer length(int filled) {
        length = filled;
        return this;
    }

    public void add(byte[] more, int offset, int count) {
        System.arraycopy(more, offset, bytes, length, count);
        length += count;
    }

    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes, 0, length);
    }
}
