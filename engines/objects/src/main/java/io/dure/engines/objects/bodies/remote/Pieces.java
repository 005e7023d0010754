package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.error.BusyStoreException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Room for what large bodies gather before it is sent, one piece for each that is being written.
/// There is so much and no more: who finds none waits for a while, and is then refused.
final class Pieces {
    /// S3 takes 10,000 parts of at least 5 MiB: enough for bodies of 78 GiB.
    static final int BYTES = 8 << 20;

    private static final int MOST = 64;
    private static final int FEWEST = 8;

    /// A quarter of the memory that the process may take.
    private static final int SHARE = 4;

    private static final long PATIENCE_SECONDS = 20;

    private final Semaphore room;
    private final Queue<ByteBuffer> free = new ConcurrentLinkedQueue<>();

    Pieces() {
        this(Runtime.getRuntime().maxMemory());
    }

    /// @param memoryBytes that the process may take
    Pieces(long memoryBytes) {
        room = new Semaphore(Math.clamp(memoryBytes / SHARE / BYTES, FEWEST, MOST), true);
    }

    /// An empty piece, outside the heap.
    ByteBuffer take() throws IOException {
        try {
            if (!room.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new BusyStoreException("too many large bodies are being written", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the wait for memory was interrupted");
        }
        var kept = free.poll();
        return kept == null ? ByteBuffer.allocateDirect(BYTES) : kept.clear();
    }

    void give(ByteBuffer piece) {
        free.add(piece);
        room.release();
    }
}
