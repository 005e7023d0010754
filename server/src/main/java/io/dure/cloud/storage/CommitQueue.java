package io.dure.cloud.storage;

import io.dure.engines.objects.batching.Batcher;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Unforced;
import io.dure.engines.objects.metadata.Written;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;

/// Commits the puts of an organisation in batches: they lock the same row anyway, and one flush of
/// PostgreSQL's log then serves many.
@Component
class CommitQueue {
    /// A batch takes some milliseconds; more would only make the first of it wait.
    private static final int LARGEST_BATCH = 64;

    private final HotObjects objects;
    private final Quotas quotas;
    private final Map<Namespace, Batcher<Ticket>> lanes = new ConcurrentHashMap<>();

    CommitQueue(HotObjects objects, Quotas quotas) {
        this.objects = objects;
        this.quotas = quotas;
    }

    /// A put and its answer.
    private static final class Ticket {
        private final PendingPut put;
        private final Unforced bytes;
        private ObjectRows.@Nullable Put answer;
        private @Nullable RuntimeException failure;

        private Ticket(PendingPut put, Unforced bytes) {
            this.put = put;
            this.bytes = bytes;
        }

        private Written result() {
            if (answer == null) {
                throw failure == null ? new IllegalStateException("a put was left out") : failure;
            }
            return answer.require();
        }
    }

    /// Returns once the put is committed.
    ///
    /// @param bytes of the object, which are made durable before
    Written put(Namespace namespace, PendingPut put, Unforced bytes) {
        var ticket = new Ticket(put, bytes);
        lanes.computeIfAbsent(namespace, this::lane).submit(ticket);
        return ticket.result();
    }

    private Batcher<Ticket> lane(Namespace namespace) {
        return new Batcher<>(LARGEST_BATCH, Duration.ZERO, batch -> commit(namespace, batch));
    }

    private void commit(Namespace namespace, List<Ticket> batch) {
        try {
            var puts = batch.stream().map(ticket -> ticket.put).toList();
            var answers =
                    objects.commit(namespace, quotas.bytes(namespace), puts, () -> force(batch));
            for (var at = 0; at < batch.size(); at++) {
                batch.get(at).answer = answers.get(at);
            }
        } catch (NonTransientDataAccessException e) {
            if (batch.size() == 1 || e instanceof DataAccessResourceFailureException) {
                fail(batch, e);
            } else {
                commitEach(namespace, batch);
            }
        } catch (RuntimeException e) {
            fail(batch, e);
        }
    }

    /// With one fsync, as a rule: what forces the first forces all that was written by then.
    private static void force(List<Ticket> batch) throws IOException {
        for (var ticket : batch) {
            ticket.bytes.force();
        }
    }

    /// A row that PostgreSQL does not take fails alone. Not where nobody heard whether it took all
    /// of them: an object put again would replace, and lose, its own body.
    private void commitEach(Namespace namespace, List<Ticket> batch) {
        batch.forEach(ticket -> commit(namespace, List.of(ticket)));
    }

    private static void fail(List<Ticket> batch, RuntimeException failure) {
        batch.forEach(ticket -> ticket.failure = failure);
    }
}
