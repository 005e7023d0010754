package io.dure.platform.authority;

import io.dure.platform.people.PresentAuthority;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the people of the organisation in scope may do.
@Service
public class Authorities implements PresentAuthority {
    private final Holdings holdings;
    private final Limits limits;
    private final Catalog catalog;
    private final GrantRepository grants;
    private final InstantSource clock;

    Authorities(
            Holdings holdings,
            Limits limits,
            Catalog catalog,
            GrantRepository grants,
            InstantSource clock) {
        this.holdings = holdings;
        this.limits = limits;
        this.catalog = catalog;
        this.grants = grants;
        this.clock = clock;
    }

    /// Settles what a person may do, in two statements; nothing for somebody deactivated. The
    /// launcher owns the console.
    @Override
    @Transactional(readOnly = true)
    public Authority of(PersonId person) {
        if (person.equals(PersonId.LAUNCHER) && TenantScope.current().equals(TenantId.OPERATOR)) {
            return of(Set.of(BuiltInRole.OWNER));
        }
        return Holding.together(holdings.inUse(person));
    }

    /// Who may do this in the whole organisation, by a grant: for telling them.
    ///
    /// @param most how many are enough
    @Transactional(readOnly = true)
    public List<PersonId> holders(Capability capability, int most) {
        return holdings.perhapsHolding(capability).stream()
                .filter(person -> of(person).allows(capability))
                .limit(most)
                .toList();
    }

    /// What roles that every organisation has carry in the organisation in scope.
    public Authority of(Set<BuiltInRole> roles) {
        var names =
                roles.stream()
                        .flatMap(role -> catalog.of(role).stream())
                        .map(Capability::name)
                        .collect(Collectors.toSet());
        return new Authority(names, Map.of());
    }

    /// Why a person may do what they may: everybody may ask it of themselves.
    @Transactional(readOnly = true)
    public List<Holding> explain(Caller caller, PersonId person) {
        if (!caller.person().equals(person)) {
            caller.require(AuthorityCapabilities.MANAGE);
        }
        return holdings.inUse(person);
    }

    /// Refuses whoever would act on somebody more powerful, as by setting their password. Who is
    /// deactivated counts with what they get back.
    ///
    /// @throws BeyondAuthorityException if the person may do something that the caller may not
    @Transactional(readOnly = true)
    public void requireCovers(Caller caller, PersonId person) {
        limits.requireCovers(caller, holdings.of(person));
    }

    /// Gives a person a role when the organisation is made, before there is anybody to grant it.
    @Transactional
    public void grant(PersonId person, BuiltInRole role) {
        grants.insert(
                new Grant(
                        UuidV7.next(clock),
                        new RoleKey.BuiltIn(role),
                        new Subject(Subject.Kind.PERSON, person.value(), false),
                        Optional.empty(),
                        Optional.empty(),
                        clock.instant()));
    }
}
