package io.dure.platform.people;

import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Applies imports beside the requests that set them going; after a crash, those that were cut off.
/// That is safe at any time: an import is one transaction, and only one transaction at a time.
@Component
class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    private static final int MOST_ATTEMPTS = 10;

    /// Each holds a connection for seconds; the others wait.
    private final Semaphore room = new Semaphore(2);

    /// How often those were put off that still are.
    private final Map<UUID, Integer> attempts = new ConcurrentHashMap<>();

    private final ImportApplication application;
    private final ImportProgress progress;

    ImportJob(ImportApplication application, ImportProgress progress) {
        this.application = application;
        this.progress = progress;
    }

    @TransactionalEventListener
    void start(ImportStarted started) {
        Thread.ofVirtual().name("people-import").start(() -> run(started.tenant(), started.id()));
    }

    @Scheduled(initialDelay = 10, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void resume() {
        SystemScope.call("imports that were cut off", application::applying)
                .forEach((id, tenant) -> run(tenant, id));
    }

    private void run(TenantId tenant, UUID id) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (TenantScope.call(tenant, () -> apply(id))) {
                refreshStatistics();
            }
        } finally {
            progress.ended(id);
            room.release();
        }
    }

    /// @return whether it is applied now
    private boolean apply(UUID id) {
        try {
            var applied = application.apply(id);
            attempts.remove(id);
            return applied;
        } catch (ProblemException e) {
            end(id, new Failure(Optional.of(e.code()), e.detail()));
        } catch (ConcurrencyFailureException | CannotCreateTransactionException e) {
            // As of two that waited for each other, or where all connections are taken.
            putOff(id, e);
        } catch (RuntimeException e) {
            fail(id, e);
        }
        return false;
    }

    /// It is still to be applied, and soon resumed; but not for ever.
    private void putOff(UUID id, RuntimeException why) {
        if (attempts.merge(id, 1, Integer::sum) < MOST_ATTEMPTS) {
            LOG.warn("people.import.put-off import={} reason={}", id, why.getMessage());
        } else {
            fail(id, why);
        }
    }

    private void fail(UUID id, RuntimeException why) {
        LOG.error("people.import.failed import={}", id, why);
        end(id, new Failure(Optional.of("internal"), "Something went wrong on our side."));
    }

    private void end(UUID id, Failure failure) {
        application.fail(id, failure);
        attempts.remove(id);
    }

    /// Without them, lists are slow until PostgreSQL finds out by itself.
    private void refreshStatistics() {
        try {
            application.refreshStatistics();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("people.statistics.old", e);
        }
    }
}
