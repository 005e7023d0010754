package io.dure.cloud.console;

import io.dure.platform.audit.Actor;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Closes organisations whose grace is over, and that hold nothing locked any more. Two nodes that
/// do it at once do no harm: the second finds the organisation closed already. Its trail and the
/// operator's own say so.
@Component
class Closing {
    private static final String CLOSED = "organisation.closed";
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Organisations organisations;
    private final ConsoleTrail trail;
    private final Locks locks;
    private final InstantSource clock;

    Closing(Organisations organisations, ConsoleTrail trail, Locks locks, InstantSource clock) {
        this.organisations = organisations;
        this.trail = trail;
        this.locks = locks;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        var due = clock.instant().minus(Standing.GRACE);
        SystemScope.call("closings that are due", () -> organisations.closingSince(due))
                .forEach(this::close);
    }

    private void close(TenantId id) {
        if (TenantScope.call(id, () -> locks.held(clock.instant())).waits()) {
            LOG.info("organisation.closing-waits-for-locks tenant={}", id);
            return;
        }
        try {
            TenantScope.call(
                    id,
                    () -> trail.together(Actor.SYSTEM, id, CLOSED, Map.of(), this::closeCurrent));
        } catch (ConflictException e) {
            LOG.info("organisation.closing-ended tenant={}", id);
            return;
        }
        trail.operators(CLOSED, id);
        LOG.info("organisation.closed tenant={}", id);
    }

    private Organisation closeCurrent() {
        return organisations.change(found -> found.with(found.standing().closed(clock.instant())));
    }
}
