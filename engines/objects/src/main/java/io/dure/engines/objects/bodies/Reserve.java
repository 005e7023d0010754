package io.dure.engines.objects.bodies;

import io.dure.engines.objects.error.FullDiskException;
import java.io.IOException;
import java.time.Duration;

/// The room that is kept back on the disk, so that compaction and the database always have some:
/// writes are refused while there is less. Reads and deletes go on.
final class Reserve {
    /// How often the disk is asked: in between, even a fast one takes less than any reserve.
    private static final Duration CHECKED_EVERY = Duration.ofMillis(100);

    private final BodyStore store;
    private final long bytes;
    private volatile long checkedAt;
    private volatile boolean isShort;

    Reserve(BodyStore store, long bytes) throws IOException {
        this.store = store;
        this.bytes = bytes;
        check();
    }

    private void check() throws IOException {
        checkedAt = System.nanoTime();
        isShort = bytes > 0 && store.freeBytes() < bytes;
    }

    /// Whether less than the reserve is free.
    boolean isShort() throws IOException {
        if (System.nanoTime() - checkedAt > CHECKED_EVERY.toNanos()) {
            check();
        }
        return isShort;
    }

    /// @throws FullDiskException if less than the reserve is free
    void requireRoom() throws IOException {
        if (isShort()) {
            throw new FullDiskException();
        }
    }
}
