package io.dure.engines.objects.log;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.buckets.Buckets;
import io.dure.engines.objects.metadata.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers lines, and delivers those of each bucket as an object every few minutes, when they are
/// many, and at the end. No request waits for it: lines that find no room are dropped, and so are
/// those that their bucket does not take, with one warning until it takes some again.
public final class AccessLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

    /// Lines wait no longer.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final int LARGEST_OBJECT_BYTES = 1 << 20;

    /// Of all buckets together: what a disk that is slow for a while may hold up.
    private static final int MOST_HELD_BYTES = 32 << 20;

    /// Whom a warning is remembered of.
    private static final int MOST_FAILING = 1_000;

    /// The last lines are given up after it.
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LogDelivery delivery;
    private final Map<LoggedBucket, ByteArrayOutputStream> open = new HashMap<>();
    private final Queue<Batch> full = new ArrayDeque<>();

    /// Only of the thread that delivers.
    private final Set<LoggedBucket> failing = new HashSet<>();

    /// When all that is open is delivered, by [System#nanoTime].
    private long due = System.nanoTime() + PATIENCE.toNanos();

    private int heldBytes;
    private boolean dropping;
    private boolean closed;
    private @Nullable Thread thread;

    public AccessLog(Metadata metadata, Buckets buckets, Bodies bodies, InstantSource clock) {
        this.delivery = new LogDelivery(metadata, buckets, bodies, clock);
    }

    private record Batch(LoggedBucket log, ByteArrayOutputStream lines) {}

    public synchronized void start() {
        thread = Thread.ofVirtual().name("access-log").start(this::deliverAll);
    }

    public synchronized void add(LoggedBucket log, LogLine line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        if (closed || heldBytes + bytes.length > MOST_HELD_BYTES) {
            drop(log);
            return;
        }
        dropping = false;
        heldBytes += bytes.length;
        var lines = open.computeIfAbsent(log, _ -> new ByteArrayOutputStream());
        lines.writeBytes(bytes);
        if (lines.size() >= LARGEST_OBJECT_BYTES) {
            end(log);
            notifyAll();
        }
    }

    private void endAll() {
        List.copyOf(open.keySet()).forEach(this::end);
    }

    private void drop(LoggedBucket log) {
        if (!dropping) {
            dropping = true;
            LOG.warn("access-log.dropped bucket={} reason=full", log.bucket());
        }
    }

    private void end(LoggedBucket log) {
        var lines = open.remove(log);
        if (lines != null) {
            full.add(new Batch(log, lines));
        }
    }

    private void deliverAll() {
        try {
            for (var batches = next(); !batches.isEmpty(); batches = next()) {
                batches.forEach(this::deliver);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return what is to be delivered; nothing only at the end
    private synchronized List<Batch> next() throws InterruptedException {
        while (full.isEmpty() && !closed) {
            var left = Duration.ofNanos(due - System.nanoTime());
            if (left.isPositive()) {
                wait(left.toMillis() + 1);
            } else {
                endAll();
                due = System.nanoTime() + PATIENCE.toNanos();
            }
        }
        if (closed) {
            endAll();
        }
        var batches = new ArrayList<>(full);
        full.clear();
        return batches;
    }

    private void deliver(Batch batch) {
        try {
            delivery.deliver(batch.log(), batch.lines().toByteArray());
            failing.remove(batch.log());
        } catch (IOException | RuntimeException e) {
            if (failing.size() >= MOST_FAILING) {
                failing.clear();
            }
            if (failing.add(batch.log())) {
                LOG.warn(
                        "access-log.dropped bucket={} target={} reason={}",
                        batch.log().bucket(),
                        batch.log().target().bucket(),
                        e.getMessage());
            }
        } finally {
            forget(batch);
        }
    }

    private synchronized void forget(Batch batch) {
        heldBytes -= batch.lines().size();
    }

    /// Delivers what there is, and takes no more.
    @Override
    public void close() {
        var delivering = shut();
        if (delivering != null) {
            try {
                delivering.join(GRACE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized @Nullable Thread shut() {
        closed = true;
        notifyAll();
        return thread;
    }
}
