package io.dure.engines.objects.bodies.format;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// What one request reads with. Buffers are taken from pools when they are first wanted, and given
/// back when it is closed.
public final class ReadBuffers implements AutoCloseable {
    private final Pool pool;
    private @Nullable ByteBuffer direct;

    public ReadBuffers(Pool pool) {
        this.pool = pool;
    }

    /// Buffers of several chunks outside the heap, from which the system reads and writes without
    /// copying, kept for the next request.
    public static final class Pool {
        /// 16 MiB: what 64 requests at once need.
        private static final int KEPT = 64;

        private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);
        private final ChunkBuffers chunks;

        public Pool(ChunkBuffers chunks) {
            this.chunks = chunks;
        }
    }

    /// A buffer of several chunks, the same each time.
    public ByteBuffer direct() {
        var mine = direct;
        if (mine == null) {
            mine = pool.free.poll();
            if (mine == null) {
                mine = ByteBuffer.allocateDirect(ChunkReader.AT_A_TIME * Chunks.BYTES);
            }
            direct = mine;
        }
        return mine;
    }

    ChunkBuffer chunk() {
        return pool.chunks.take();
    }

    void give(ChunkBuffer chunk) {
        pool.chunks.give(chunk);
    }

    @Override
    public void close() {
        if (direct != null) {
            pool.free.offer(direct);
            direct = null;
        }
    }
}
