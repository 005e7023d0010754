package io.dure.engines.objects.batching;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does together what was asked for while the batch before was being done. There is no thread of
/// its own: whoever comes when nothing is going on does what waits, and then wakes the first of
/// those who came meanwhile to do the next. Nobody queues for a lock, for then a batch would begin
/// only after all of the batch before had woken one by one.
///
/// @param <T> what is asked for; it carries its outcome
public final class Batcher<T> {
    private final int largest;
    private final Duration gathering;
    private final Consumer<List<T>> work;
    private final Queue<Ticket<T>> waiting = new ConcurrentLinkedQueue<>();
    private boolean busy;

    /// Of the last batch; whoever leads reads and writes it.
    private boolean hadCompany;

    private static final class Ticket<T> {
        private final T item;
        private final Semaphore turn = new Semaphore(0);
        private boolean done;

        private Ticket(T item) {
            this.item = item;
        }
    }

    /// @param largest how many items a batch may hold
    /// @param gathering how long a batch waits before it begins, if the one before held several:
    ///   more items then share what a batch costs, and who is alone never waits
    /// @param work gets the items in the order they came in, one batch at a time
    public Batcher(int largest, Duration gathering, Consumer<List<T>> work) {
        this.largest = largest;
        this.gathering = gathering;
        this.work = work;
    }

    /// Returns once a batch with this item was worked on, be it that the work threw: then it throws
    /// to one of the batch, and the others find no outcome in their items.
    public void submit(T item) {
        var ticket = new Ticket<>(item);
        if (!leads(ticket)) {
            ticket.turn.acquireUninterruptibly();
        }
        if (!ticket.done) {
            workOnBatch();
        }
    }

    private synchronized boolean leads(Ticket<T> ticket) {
        waiting.add(ticket);
        if (busy) {
            return false;
        }
        busy = true;
        return true;
    }

    private void workOnBatch() {
        var batch = new ArrayList<Ticket<T>>();
        try {
            if (hadCompany) {
                LockSupport.parkNanos(gathering.toNanos());
            }
            take(batch);
            hadCompany = batch.size() > 1;
            work.accept(batch.stream().map(ticket -> ticket.item).toList());
        } finally {
            var next = next();
            if (next != null) {
                next.turn.release();
            }
            for (var ticket : batch) {
                ticket.done = true;
                ticket.turn.release();
            }
        }
    }

    /// Whoever leads is the first of those who wait, and so in its own batch.
    private synchronized void take(List<Ticket<T>> batch) {
        for (var next = waiting.peek(); next != null && batch.size() < largest; ) {
            batch.add(next);
            waiting.remove();
            next = waiting.peek();
        }
    }

    private synchronized @Nullable Ticket<T> next() {
        var next = waiting.peek();
        busy = next != null;
        return next;
    }
}
