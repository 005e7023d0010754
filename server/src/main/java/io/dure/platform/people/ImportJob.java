package io.dure.platform.people;

import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Applies imports beside the requests that set them going; after a crash, those that were cut off.
/// That is safe at any time: an import is one transaction, and only one transaction at a time.
@Component
class ImportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    /// Each holds a connection for seconds; the others wait.
    private final Semaphore room = new Semaphore(2);

    private final ImportApplication application;

    ImportJob(ImportApplication application) {
        this.application = application;
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
            room.release();
        }
    }

    /// @return whether it is applied now
    private boolean apply(UUID id) {
        try {
            return application.apply(id);
        } catch (ProblemException e) {
            application.fail(id, new Failure(Optional.of(e.code()), e.detail()));
        } catch (TransientDataAccessException e) {
            // As of two that waited for each other. It is still to be applied, and soon resumed.
            LOG.warn("people.import.put-off import={}", id, e);
        } catch (RuntimeException e) {
            LOG.error("people.import.failed import={}", id, e);
            application.fail(
                    id, new Failure(Optional.of("internal"), "Something went wrong on our side."));
        }
        return false;
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
