package io.dure.cloud.storage;

import io.dure.cloud.storage.LifecycleRepository.Due;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.lifecycle.Lifecycle;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.tenancy.SystemScope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Has each bucket with a lifecycle looked through once an hour, and one in which much is due in
/// turns with the others. Of several nodes, one has a bucket at a time. In an organisation that is
/// shut, nothing ends: it may be opened again as it was.
@Component
class LifecycleSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleSchedule.class);

    /// Things are due at midnight, so an hour is early enough.
    private static final Duration EVERY = Duration.ofHours(1);

    /// In one round; the others wait for the next.
    private static final int MOST_BUCKETS = 1_000;

    private final LifecycleRepository repository;
    private final Lifecycle lifecycle;
    private final Quotas quotas;
    private final Scoped scoped;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    LifecycleSchedule(
            LifecycleRepository repository,
            Lifecycle lifecycle,
            Quotas quotas,
            Scoped scoped,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.lifecycle = lifecycle;
        this.quotas = quotas;
        this.scoped = scoped;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        SystemScope.<List<Due>, RuntimeException>call(
                        "buckets whose lifecycles have their turn", this::due)
                .forEach(this::run);
    }

    private List<Due> due() {
        return Objects.requireNonNull(
                transaction.<List<Due>>execute(_ -> repository.due(clock.instant(), MOST_BUCKETS)));
    }

    private void run(Due due) {
        var namespace = new Namespace(due.tenant().value());
        var now = clock.instant();
        var taken =
                scoped.write(namespace, () -> repository.take(due.bucket(), now, now.plus(EVERY)));
        if (taken.isPresent() && quotas.isOpen(due.tenant())) {
            try {
                run(namespace, due.bucket(), taken.get());
            } catch (S3Exception e) {
                // It was deleted meanwhile.
                LOG.info("storage.lifecycle-left bucket={} reason={}", due.bucket(), e.error());
            }
        }
    }

    private void run(Namespace namespace, String bucket, String after) {
        var run = lifecycle.run(namespace, bucket, after);
        var dueAt = run.after().isPresent() ? clock.instant() : clock.instant().plus(EVERY);
        scoped.write(
                namespace,
                () -> {
                    repository.leave(bucket, run.after().orElse(""), dueAt);
                    return true;
                });
        if (run.ended() > 0) {
            LOG.info("storage.lifecycle tenant={} ended={}", namespace.id(), run.ended());
        }
    }
}
