package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.notes.BucketNotes;
import io.dure.platform.tenancy.OrganisationStateChanged;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// Has the store note how buckets are configured, and whose they are, where nobody did: they were
/// changed by a page, a crash came between, or they are of before there were notes.
@Component
class NoteKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(NoteKeeper.class);

    /// In one round; the others wait for the next.
    private static final int MOST = 1_000;

    private final Semaphore waiting = new Semaphore(1);
    private final BucketNotes notes;
    private final BucketRepository buckets;
    private final Kinship kinship;
    private final TransactionTemplate transaction;

    NoteKeeper(
            BucketNotes notes,
            BucketRepository buckets,
            Kinship kinship,
            TransactionTemplate transaction) {
        this.notes = notes;
        this.buckets = buckets;
        this.kinship = kinship;
        this.transaction = transaction;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void note(BucketChanged event) throws InterruptedException {
        noteAlone(() -> write(event.tenant(), event.name()));
    }

    /// On a thread of its own, for on this one the transaction is not over yet. It still has its
    /// connection, so one waits at a time, and the others leave it to the job.
    private void noteAlone(Runnable noting) throws InterruptedException {
        if (!waiting.tryAcquire()) {
            return;
        }
        try {
            Thread.ofVirtual().name("note").start(noting).join();
        } finally {
            waiting.release();
        }
    }

    /// So that whoever is shut is shut also after the rows were made anew.
    @TransactionalEventListener(fallbackExecution = true)
    void note(OrganisationStateChanged event) throws InterruptedException {
        noteAlone(() -> {
            if (isNoted(event.tenant())) {
                nameOwner(event.tenant());
            }
        });
    }

    /// Whose bodies the store holds; others are noted with their first bucket.
    private boolean isNoted(TenantId tenant) {
        return TenantScope.<Boolean, RuntimeException>call(
                tenant,
                () ->
                        Objects.requireNonNull(
                                transaction.execute(_ -> buckets.namespaceText().isPresent())));
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void catchUp() throws IOException {
        if (kinship.holds()) {
            everywhere(() -> buckets.unnoted(MOST))
                    .forEach(named -> write(named.tenant(), named.bucket()));
        }
    }

    /// Organisations are renamed, suspended, and their plans changed, now and then.
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void nameOwners() throws IOException {
        if (kinship.holds()) {
            everywhere(buckets::tenants).forEach(this::nameOwner);
        }
    }

    private <T> List<T> everywhere(Supplier<List<T>> question) {
        return SystemScope.<List<T>, RuntimeException>call(
                "what the store has not noted",
                () -> Objects.requireNonNull(transaction.<List<T>>execute(_ -> question.get())));
    }

    private void nameOwner(TenantId tenant) {
        attempt(tenant, () -> notes.write(new Namespace(tenant.value())));
    }

    private void write(TenantId tenant, String bucket) {
        attempt(tenant, () -> notes.write(new Namespace(tenant.value()), bucket));
    }

    /// One's failure keeps nobody else from being noted.
    private static void attempt(TenantId tenant, Runnable noting) {
        try {
            noting.run();
        } catch (S3Exception e) {
            // It is gone.
        } catch (RuntimeException e) {
            LOG.warn("storage.not-noted tenant={} reason={}", tenant, e.getMessage());
        }
    }
}
