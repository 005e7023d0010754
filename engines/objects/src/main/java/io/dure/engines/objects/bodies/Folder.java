package io.dure.engines.objects.bodies;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The folder that new bodies go to, whose entries many writers make durable with one fsync:
/// whoever comes while one is running waits for the next, which covers all that wait.
final class Folder {
    private final int number;
    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition synced = lock.newCondition();
    private int room;
    private long requested;
    private long done;
    private boolean running;
    private @Nullable IOException broken;

    /// @param room how many more bodies it takes
    Folder(int number, Path path, int room) throws IOException {
        this.number = number;
        this.room = room;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    int number() {
        return number;
    }

    /// Takes one of the places, unless all are taken.
    boolean take() {
        lock.lock();
        try {
            return broken == null && room-- > 0;
        } finally {
            lock.unlock();
        }
    }

    /// Returns once every entry made before the call is on disk.
    ///
    /// @throws IOException if the disk ever failed to take this folder: after a failed fsync the
    ///   next one may succeed although entries are lost, so nobody who waits may believe it
    void sync() throws IOException {
        lock.lock();
        try {
            var mine = ++requested;
            while (done < mine) {
                if (broken != null) {
                    throw new IOException("the folder cannot be made durable", broken);
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
        IOException failure = null;
        try {
            channel.force(true);
        } catch (IOException e) {
            failure = e;
        }
        lock.lock();
        running = false;
        if (failure == null) {
            done = covered;
        } else {
            broken = failure;
        }
        synced.signalAll();
    }
}
