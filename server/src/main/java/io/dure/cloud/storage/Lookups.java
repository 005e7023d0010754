package io.dure.cloud.storage;

import io.dure.engines.objects.batching.Batcher;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Versioning;
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

    /// About what a question takes: those who come meanwhile share the next, and who is alone never
    /// waits.
    private static final Duration GATHERING = Duration.ofNanos(300_000);

    private final HotObjects objects;
    private final VersionRepository versions;
    private final Scoped scoped;
    private final Map<Namespace, Batcher<Ticket>> lanes = new ConcurrentHashMap<>();

    Lookups(HotObjects objects, VersionRepository versions, Scoped scoped) {
        this.objects = objects;
        this.versions = versions;
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

        private Answer result() {
            if (answer == null) {
                throw failure == null ? new IllegalStateException("left out") : failure;
            }
            if (!answer.hasBucket()) {
                throw new S3Exception(S3Error.NO_SUCH_BUCKET);
            }
            return answer;
        }
    }

    /// @param hasBucket whether there is such a bucket
    record Answer(boolean hasBucket, Versioning versioning, Optional<StoredObject> object) {
        /// Whether a delete marker may stand where there is no object.
        private boolean mayBeMarked() {
            return object.isEmpty() && versioning != Versioning.NEVER;
        }
    }

    /// @throws S3Exception NoSuchBucket
    Found find(Namespace namespace, String bucket, String key) {
        var ticket = new Ticket(bucket, key);
        lanes.computeIfAbsent(namespace, this::lane).submit(ticket);
        var answer = ticket.result();
        return answer.mayBeMarked()
                ? scoped.read(namespace, () -> versions.find(bucket, key, Optional.empty()))
                : new Found(answer.versioning(), answer.object().map(object -> object));
    }

    private Batcher<Ticket> lane(Namespace namespace) {
        return new Batcher<>(LARGEST_BATCH, GATHERING, batch -> answer(namespace, batch));
    }

    private void answer(Namespace namespace, List<Ticket> batch) {
        try {
            var answers = objects.find(namespace, batch);
            for (var at = 0; at < batch.size(); at++) {
                batch.get(at).answer = answers.get(at);
            }
        } catch (RuntimeException e) {
            batch.forEach(ticket -> ticket.failure = e);
        }
    }
}
