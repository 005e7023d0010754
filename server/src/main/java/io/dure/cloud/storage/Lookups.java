package io.dure.cloud.storage;

import io.dure.engines.objects.batching.Batcher;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Looks up the objects of an organisation that are asked for at the same time by one question to
/// PostgreSQL, for the round trips cost it more than the search. Nothing is remembered, so every
/// answer is of after the question.
@Component
class Lookups {
    private static final int LARGEST_BATCH = 64;

    private final ObjectRepository objects;
    private final Scoped scoped;
    private final Map<Namespace, Batcher<Ticket>> lanes = new ConcurrentHashMap<>();

    Lookups(ObjectRepository objects, Scoped scoped) {
        this.objects = objects;
        this.scoped = scoped;
    }

    /// A question and its answer.
    static final class Ticket {
        private final String bucket;
        private final String key;
        private @Nullable Answer answer;
        private @Nullable RuntimeException failure;

        private Ticket(String bucket, String key) {
            this.bucket = bucket;
            this.key = key;
        }

        String bucket() {
            return bucket;
        }

        String key() {
            return key;
        }

        private Optional<StoredObject> result() {
            if (answer == null) {
                throw failure == null ? new IllegalStateException("left out") : failure;
            }
            if (!answer.hasBucket()) {
                throw new S3Exception(S3Error.NO_SUCH_BUCKET);
            }
            return answer.object();
        }
    }

    /// @param hasBucket whether there is such a bucket
    record Answer(boolean hasBucket, Optional<StoredObject> object) {}

    /// @throws S3Exception NoSuchBucket
    Optional<StoredObject> find(Namespace namespace, String bucket, String key) {
        var ticket = new Ticket(bucket, key);
        lanes.computeIfAbsent(namespace, this::lane).submit(ticket);
        return ticket.result();
    }

    private Batcher<Ticket> lane(Namespace namespace) {
        return new Batcher<>(LARGEST_BATCH, Duration.ZERO, batch -> answer(namespace, batch));
    }

    private void answer(Namespace namespace, List<Ticket> batch) {
        try {
            var answers = scoped.read(namespace, () -> objects.find(batch));
            for (var at = 0; at < batch.size(); at++) {
                batch.get(at).answer = answers.get(at);
            }
        } catch (RuntimeException e) {
            batch.forEach(ticket -> ticket.failure = e);
        }
    }
}
