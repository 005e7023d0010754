package io.dure.engines.objects.bodies;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Buffers of one block with a slice's header in front, kept for the next request. Each request
/// holds at most one, so requests bound the memory; the pool bounds only what is kept.
final class Buffers {
    /// 16 MiB: what 64 requests at once need.
    private static final int KEPT = 64;

    private static final int CAPACITY = SliceFormat.HEADER_BYTES + BlockFormat.BLOCK_BYTES;

    private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

    ByteBuffer take() {
        var buffer = free.poll();
        return buffer == null ? ByteBuffer.allocateDirect(CAPACITY) : buffer.clear();
    }

    void give(ByteBuffer buffer) {
        free.offer(buffer);
    }
}
