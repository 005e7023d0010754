package io.dure.platform.people;

import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/// Which day it is for the organisation in scope.
@Component
class Calendar {
    private final Organisations organisations;
    private final InstantSource clock;

    Calendar(Organisations organisations, InstantSource clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation().timeZone());
    }

    Organisation organisation() {
        return organisations.current();
    }
}
