package io.dure.engines.objects.bodies.format;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Buffers of one chunk, kept for the next request. Requests bound the memory; the pool bounds only
/// what is kept.
public final class ChunkBuffers {
    /// 8 MiB: what 64 small requests at once need.
    private static final int KEPT = 128;

    private final BlockingQueue<ChunkBuffer> free = new ArrayBlockingQueue<>(KEPT);

    /// An empty one.
    public ChunkBuffer take() {
        var buffer = free.poll();
        return buffer == null ? new ChunkBuffer() : buffer.length(0);
    }

    public void give(ChunkBuffer buffer) {
        free.offer(buffer);
    }
}
