package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.batching.Batcher;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes what many wrote durable with one fsync: whoever comes while one is running waits for the
/// next, which covers all that wait.
final class SharedSync {
    /// About what an fsync takes on a solid-state disk.
    private static final Duration GATHERING = Duration.ofNanos(400_000);

    private final Fsync fsync;
    private final Batcher<Request> requests =
            new Batcher<>(Integer.MAX_VALUE, GATHERING, this::force);
    private volatile @Nullable IOException broken;

    private static final class Request {
        private boolean durable;
    }

    /// What is shared.
    interface Fsync {
        void run() throws IOException;
    }

    SharedSync(Fsync fsync) {
        this.fsync = fsync;
    }

    boolean isBroken() {
        return broken != null;
    }

    /// Returns once everything written before the call is on disk.
    ///
    /// @throws IOException if the disk ever failed to take it: after a failed fsync the next one
    ///   may succeed although bytes are lost, so nobody who waits may believe it
    void sync() throws IOException {
        var request = new Request();
        requests.submit(request);
        if (!request.durable) {
            throw new IOException("it cannot be made durable", broken);
        }
    }

    private void force(List<Request> batch) {
        if (broken != null) {
            return;
        }
        var succeeded = false;
        try {
            fsync.run();
            succeeded = true;
        } catch (IOException e) {
            broken = e;
        } finally {
            if (succeeded) {
                batch.forEach(request -> request.durable = true);
            } else if (broken == null) {
                // Whatever else ended it, such as a lack of memory.
                broken = new IOException("the fsync was not finished");
            }
        }
    }
}
