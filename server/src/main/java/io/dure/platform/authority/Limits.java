package io.dure.platform.authority;

import io.dure.platform.people.Placements;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import java.util.Collection;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/// What no change of authority may do: go beyond the authority of whoever makes it, or leave the
/// organisation without an owner.
@Component
class Limits {
    private final GrantRepository grants;
    private final Placements placements;

    Limits(GrantRepository grants, Placements placements) {
        this.grants = grants;
        this.placements = placements;
    }

    /// @throws BeyondAuthorityException if the caller lacks any of it, and is no owner
    void requireCovers(Caller caller, Collection<Holding> holdings) {
        if (caller.may(AuthorityCapabilities.OWN)) {
            return;
        }
        holdings.stream()
                .filter(holding -> !covers(caller, holding))
                .findFirst()
                .ifPresent(holding -> {
                    throw new BeyondAuthorityException(holding.capability().name());
                });
    }

    private static boolean covers(Caller caller, Holding holding) {
        var capability = holding.capability();
        return caller.may(capability)
                || holding.within()
                        .map(departments ->
                                departments.stream()
                                        .allMatch(department ->
                                                caller.authority().allows(capability, department)))
                        .orElse(false);
    }

    /// Lets nobody else change who owns the organisation until the transaction ends.
    ///
    /// @throws LastOwnerException if nobody who came in already would be left without this person
    void requireOwnerBeside(PersonId leaving) {
        grants.lockOwners();
        var owners = new HashSet<>(grants.owners());
        if (owners.remove(leaving) && placements.activeAmong(owners) == 0) {
            throw new LastOwnerException();
        }
    }
}
