package io.dure.engines.objects.bodies;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Makes what many wrote durable with one fsync: whoever comes while one is running waits for the
/// next, which covers all that wait.
final class SharedSync {
    private final FileChannel channel;
    private final boolean withMetadata;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();
    private long requested;
    private long done;
    private boolean running;
    private @Nullable IOException broken;

    private SharedSync(FileChannel channel, boolean withMetadata) {
        this.channel = channel;
        this.withMetadata = withMetadata;
    }

    /// Of a folder's entries: fsync(2).
    static SharedSync ofFolder(FileChannel channel) {
        return new SharedSync(channel, true);
    }

    /// Of a file's bytes and whatever is needed to read them: fdatasync(2).
    static SharedSync ofFile(FileChannel channel) {
        return new SharedSync(channel, false);
    }

    boolean isBroken() {
        lock.lock();
        try {
            return broken != null;
        } finally {
            lock.unlock();
        }
    }

    /// Returns once everything written before the call is on disk.
    ///
    /// @throws IOException if the disk ever failed to take it: after a failed fsync the next one
    ///   may succeed although bytes are lost, so nobody who waits may believe it
    void sync() throws IOException {
        lock.lock();
        try {
            var mine = ++requested;
            while (done < mine) {
                if (broken != null) {
                    throw new IOException("it cannot be made durable", broken);
                }
                if (running) {
                    synced.awaitUninterruptibly();
                } else {
                    syncAllThatWait();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void syncAllThatWait() {
        var covered = requested;
        running = true;
        lock.unlock();
        @Nullable IOException failure = new IOException("the disk was not asked to the end");
        try {
            channel.force(withMetadata);
            failure = null;
        } catch (IOException e) {
            failure = e;
        } finally {
            // Whatever else ends it, such as a lack of memory, nobody may wait for ever.
            lock.lock();
            running = false;
            done = failure == null ? covered : done;
            broken = failure;
            synced.signalAll();
        }
    }
}
