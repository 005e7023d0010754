package io.dure.cloud.console;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Removal;
import io.dure.platform.tenancy.Retained;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the organisation in scope holds that nobody may remove yet, and an operator's word that it
/// goes nevertheless. docs/operating/organisations.md.
@Component
class Locks {
    private final Removal removal;
    private final LockOverrideRepository overrides;

    Locks(Removal removal, LockOverrideRepository overrides) {
        this.removal = removal;
        this.overrides = overrides;
    }

    /// @param retained nothing, if nothing is locked
    /// @param overridden whether it goes nevertheless
    record Held(Retained retained, boolean overridden) {
        boolean waits() {
            return !retained.isNothing() && !overridden;
        }
    }

    @Transactional(readOnly = true)
    public Held held(Instant now) {
        return new Held(removal.retained(now), overrides.isThere());
    }

    /// @throws ConflictException unless the organisation is closing and holds what is locked
    @Transactional
    public void override(Organisation organisation, PersonId operator, String reason, Instant now) {
        if (organisation.state() != State.CLOSING || !held(now).waits()) {
            throw new ConflictException(
                    "no-locks", organisation.name() + " does not wait for any locks.");
        }
        overrides.put(operator, reason, now);
    }

    /// The closing is taken back, and with it what was said of its end.
    @Transactional
    public void takeBack() {
        overrides.delete();
    }
}
