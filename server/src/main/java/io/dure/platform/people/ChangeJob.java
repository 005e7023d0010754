package io.dure.platform.people;

import io.dure.platform.problem.ProblemException;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/// Applies changes on their day, and after downtime or a suspension those whose day went by. Each
/// is a transaction of its own that locks its row, so several nodes may do this at once.
@Component
class ChangeJob {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeJob.class);

    /// Where the day begins first.
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final Changes changes;
    private final DueChanges due;
    private final InstantSource clock;

    ChangeJob(Changes changes, DueChanges due, InstantSource clock) {
        this.changes = changes;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void run() {
        var latest = clock.instant().atOffset(EARLIEST).toLocalDate();
        SystemScope.call("organisations with changes that are due", () -> due.tenants(latest))
                .forEach(this::apply);
    }

    /// Later changes build on earlier ones: where one is put off, so is what comes after it.
    private void apply(TenantId tenant) {
        TenantScope.run(
                tenant,
                () -> {
                    for (var change : changes.due()) {
                        if (!apply(change)) {
                            return;
                        }
                    }
                });
    }

    /// @return false if it can soon be tried again
    private boolean apply(UUID change) {
        try {
            changes.applyDue(change);
        } catch (ProblemException e) {
            changes.fail(change, new Failure(Optional.of(e.code()), e.detail()));
        } catch (TransientDataAccessException | CannotCreateTransactionException e) {
            LOG.warn("people.change.put-off change={} reason={}", change, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("people.change.failed change={}", change, e);
        }
        return true;
    }
}
