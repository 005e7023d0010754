package io.dure.engines.objects.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/// Ends bodies that come too slowly: whoever reads one then gets a [TooSlowException]. The
/// connection's idle timeout notices a pause only; this notices the trickle too.
public final class PatientBodies extends Handler.Wrapper {
    private final Patience patience;

    public PatientBodies(Patience patience) {
        this.patience = patience;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(new Paced(request, patience), response, callback);
    }

    private static final class Paced extends Request.Wrapper {
        private final Patience patience;
        private long begin;
        private final AtomicLong bytes = new AtomicLong();
        private Content.@Nullable Chunk failure;
        private volatile Scheduler.@Nullable Task watch;

        Paced(Request request, Patience patience) {
            super(request);
            this.patience = patience;
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

        @Override
        public void demand(Runnable whenThere) {
            if (watch == null) {
                Request.addCompletionListener(this, _ -> stopWatching());
                watchLater();
            }
            super.demand(whenThere);
        }

        private boolean isLate() {
            return patience.endsBodyOf(bytes.get(), Duration.ofNanos(System.nanoTime() - begin));
        }

        /// Bytes between those of the body, such as a chunk's extensions, wake nobody who reads.
        private void watchLater() {
            watch =
                    getComponents()
                            .getScheduler()
                            .schedule(
                                    this::watch,
                                    patience.bodyGrace().plus(patience.idle()).toMillis(),
                                    TimeUnit.MILLISECONDS);
        }

        private void watch() {
            if (isLate()) {
                fail(new TooSlowException(bytes.get()));
            } else {
                watchLater();
            }
        }

        private void stopWatching() {
            var running = watch;
            if (running != null) {
                running.cancel();
            }
        }
    }
}
