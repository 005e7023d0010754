package io.dure.cloud.storage;

import io.dure.cloud.storage.ObjectRepository.Replaced;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Commits the puts of an organisation in batches: they lock the same row anyway, so whoever holds
/// the organisation's lane commits all that wait in it, and the others find their answer ready. One
/// flush of PostgreSQL's log then serves many.
@Component
class CommitQueue {
    /// A batch takes some milliseconds; more would only make the first of it wait.
    private static final int LARGEST_BATCH = 64;

    private final ObjectRepository objects;
    private final Scoped scoped;
    private final Quotas quotas;
    private final Map<Namespace, Lane> lanes = new ConcurrentHashMap<>();

    CommitQueue(ObjectRepository objects, Scoped scoped, Quotas quotas) {
        this.objects = objects;
        this.scoped = scoped;
        this.quotas = quotas;
    }

    private record Lane(ReentrantLock lock, Queue<Ticket> waiting) {}

    /// A put and its answer, which only the holder of the lane touches until it is there.
    private static final class Ticket {
        private final PendingPut put;
        private @Nullable Replaced answer;
        private @Nullable RuntimeException failure;

        private Ticket(PendingPut put) {
            this.put = put;
        }

        private boolean isAnswered() {
            return answer != null || failure != null;
        }

        private List<StoredBody> result() {
            if (answer == null) {
                throw failure == null ? new IllegalStateException("a put was left out") : failure;
            }
            Outcomes.require(answer.outcome());
            return answer.bodies();
        }
    }

    /// Returns once the put is committed.
    ///
    /// @return the bodies that it replaced
    List<StoredBody> put(Namespace namespace, PendingPut put) {
        var lane =
                lanes.computeIfAbsent(
                        namespace,
                        _ -> new Lane(new ReentrantLock(), new ConcurrentLinkedQueue<>()));
        var ticket = new Ticket(put);
        lane.waiting().add(ticket);
        lane.lock().lock();
        try {
            while (!ticket.isAnswered()) {
                commit(namespace, take(lane.waiting()));
            }
        } finally {
            lane.lock().unlock();
        }
        return ticket.result();
    }

    private static List<Ticket> take(Queue<Ticket> waiting) {
        var batch = new ArrayList<Ticket>();
        for (var ticket = waiting.poll(); ticket != null; ticket = waiting.poll()) {
            batch.add(ticket);
            if (batch.size() == LARGEST_BATCH) {
                break;
            }
        }
        return batch;
    }

    private void commit(Namespace namespace, List<Ticket> batch) {
        var taken = new AtomicBoolean();
        try {
            var quotaBytes = quotas.bytes(namespace);
            var puts = batch.stream().map(ticket -> ticket.put).toList();
            var answers =
                    scoped.write(
                            namespace,
                            () -> {
                                var answered = objects.put(quotaBytes, puts);
                                taken.set(true);
                                return answered;
                            });
            for (var at = 0; at < batch.size(); at++) {
                batch.get(at).answer = answers.get(at);
            }
        } catch (DataAccessException e) {
            if (taken.get() || batch.size() == 1) {
                fail(batch, e);
            } else {
                commitEach(namespace, batch);
            }
        } catch (RuntimeException e) {
            fail(batch, e);
        }
    }

    /// A row that PostgreSQL does not take fails alone. Never after it took all of them: the commit
    /// may have succeeded unheard, and an object put again would replace, and lose, its own body.
    private void commitEach(Namespace namespace, List<Ticket> batch) {
        batch.forEach(ticket -> commit(namespace, List.of(ticket)));
    }

    private static void fail(List<Ticket> batch, RuntimeException failure) {
        batch.forEach(ticket -> ticket.failure = failure);
    }
}
