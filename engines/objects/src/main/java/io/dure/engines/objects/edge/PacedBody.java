package io.dure.engines.objects.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// A request whose body must keep a pace.
final class PacedBody extends Request.Wrapper {
    /// What Jetty itself takes for a rest not worth a connection.
    private static final int FEW_READS = 16;

    private final Patience patience;
    private long begin;
    private final AtomicLong bytes = new AtomicLong();
    private Content.@Nullable Chunk failure;
    private Scheduler.@Nullable Task watch;
    private boolean ended;

    PacedBody(Request request, Patience patience) {
        super(request);
        this.patience = patience;
    }

    /// How many bytes of it have come.
    long bytes() {
        return bytes.get();
    }

    /// Whether not a byte of it has come.
    boolean isUntouched() {
        return bytes.get() == 0;
    }

    @Override
    public Content.@Nullable Chunk read() {
        if (failure != null) {
            return failure;
        }
        if (begin == 0) {
            begin = System.nanoTime();
        }
        var chunk = super.read();
        if (chunk == null) {
            return null;
        }
        if (Content.Chunk.isFailure(chunk)) {
            return chunk.getFailure() instanceof TimeoutException ? fail() : chunk;
        }
        bytes.addAndGet(chunk.remaining());
        if (!chunk.isLast() && isLate()) {
            chunk.release();
            return fail();
        }
        return chunk;
    }

    private Content.Chunk fail() {
        var slow = Content.Chunk.from(new TooSlowException(bytes.get()));
        failure = slow;
        return slow;
    }

    /// Reads and forgets what is there, but not at length. Unlike the wrapped request, whose body
    /// then counts as failed, this one can be read on.
    ///
    /// @return whether that was all
    @Override
    public boolean consumeAvailable() {
        for (var reads = 0; reads < FEW_READS; reads++) {
            var chunk = super.read();
            if (chunk == null) {
                return false;
            }
            bytes.addAndGet(chunk.remaining());
            chunk.release();
            if (Content.Chunk.isFailure(chunk)) {
                return false;
            }
            if (chunk.isLast()) {
                return true;
            }
        }
        return false;
    }

    /// Reads and forgets the rest, as long as patience lasts.
    ///
    /// @param then runs after it, whether or not all came
    void discard(Runnable then) {
        discard(System.nanoTime(), then);
    }

    private void discard(long since, Runnable then) {
        var chunk = super.read();
        while (chunk != null
                && !chunk.isLast()
                && !Content.Chunk.isFailure(chunk)
                && isWithinLinger(since)) {
            chunk.release();
            chunk = super.read();
        }
        // Bytes that are no content, such as a chunk's extensions, wake us too.
        if (chunk == null && isWithinLinger(since)) {
            demand(() -> discard(since, then));
            return;
        }
        if (chunk != null) {
            chunk.release();
        }
        then.run();
    }

    private boolean isWithinLinger(long since) {
        return System.nanoTime() - since < patience.linger().toNanos();
    }

    @Override
    public void demand(Runnable whenThere) {
        begin = begin == 0 ? System.nanoTime() : begin;
        synchronized (this) {
            if (watch == null) {
                Request.addCompletionListener(this, _ -> stopWatching());
                watchLater();
            }
        }
        super.demand(whenThere);
    }

    private boolean isLate() {
        return patience.endsBodyOf(bytes.get(), Duration.ofNanos(System.nanoTime() - begin));
    }

    /// Bytes between those of the body, such as a chunk's extensions, wake nobody who reads.
    private synchronized void watchLater() {
        if (!ended) {
            watch =
                    getComponents()
                            .getScheduler()
                            .schedule(
                                    this::watch,
                                    patience.bodyGrace().plus(patience.idle()).toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
    }

    private void watch() {
        if (isLate()) {
            fail(new TooSlowException(bytes.get()));
        } else {
            watchLater();
        }
    }

    private synchronized void stopWatching() {
        ended = true;
        if (watch != null) {
            watch.cancel();
        }
    }
}
