package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.MANAGE;
import static io.dure.cloud.console.ConsoleCapabilities.READ;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.OrganisationSearch;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.Removal;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/// The organisations, as the operator's staff handle them. Not transactional as a whole: each act
/// opens the scope of the organisation it is about, and a transaction cannot change its scope.
@Service
public class Tenants {
    private final Organisations organisations;
    private final SignUp signUp;
    private final Removal removal;
    private final Locks locks;
    private final ConsoleTrail trail;
    private final InstantSource clock;

    Tenants(
            Organisations organisations,
            SignUp signUp,
            Removal removal,
            Locks locks,
            ConsoleTrail trail,
            InstantSource clock) {
        this.organisations = organisations;
        this.signUp = signUp;
        this.removal = removal;
        this.locks = locks;
        this.trail = trail;
        this.clock = clock;
    }

    public List<Organisation> list(Caller caller, OrganisationSearch search) {
        caller.require(READ);
        return SystemScope.call("the operator's list", () -> organisations.page(search));
    }

    public Organisation find(Caller caller, TenantId id) {
        caller.require(READ);
        return customer(id);
    }

    public SignedUp signUp(Caller caller, Registration registration, Owner owner) {
        caller.require(MANAGE);
        var made = signUp.organisation(ConsoleTrail.operator(caller), registration, owner);
        trail.operators(caller, "organisation.signed-up", made.organisation().id(), Map.of());
        return made;
    }

    /// Invites the first owner of an organisation that has nobody.
    ///
    /// @param owner is asked once it is known that there is the organisation
    /// @throws io.dure.platform.problem.ConflictException if there are people
    public SignedUp inviteOwner(Caller caller, TenantId id, Supplier<Owner> owner) {
        caller.require(MANAGE);
        customer(id);
        var invited = signUp.owner(ConsoleTrail.operator(caller), id, owner.get());
        trail.operators(caller, "organisation.owner-invited", id, Map.of());
        return invited;
    }

    /// @param version which the caller saw
    public Organisation change(
            Caller caller, TenantId id, long version, UnaryOperator<Organisation> change) {
        return act(
                caller,
                id,
                "organisation.changed",
                Map.of(),
                () -> organisations.change(version, change));
    }

    /// Shuts an organisation: its people see why and can do nothing, nothing is lost.
    public Organisation suspend(Caller caller, TenantId id, String reason) {
        var why = reasonGiven(reason);
        return act(
                caller,
                id,
                "organisation.suspended",
                Map.of("reason", why),
                () -> move(standing -> standing.suspended(why, clock.instant())));
    }

    /// Opens an organisation again, or takes its closing back.
    public Organisation resume(Caller caller, TenantId id) {
        return act(
                caller,
                id,
                "organisation.resumed",
                Map.of(),
                () -> {
                    locks.takeBack();
                    return move(standing -> standing.resumed(clock.instant()));
                });
    }

    /// Begins the 30 days after which an organisation's data may be removed.
    public Organisation close(Caller caller, TenantId id, String reason) {
        var why = reasonGiven(reason);
        return act(
                caller,
                id,
                "organisation.closing",
                Map.of("reason", why),
                () -> move(standing -> standing.closing(why, clock.instant())));
    }

    /// What an organisation that is closing, or closed, holds that is locked.
    public Optional<LockedThings> locked(Caller caller, TenantId id) {
        caller.require(READ);
        customer(id);
        var held = TenantScope.call(id, () -> locks.held(clock.instant()));
        return Optional.of(held.retained())
                .filter(retained -> !retained.isNothing())
                .map(retained ->
                        new LockedThings(retained.things(), retained.until(), held.overridden()));
    }

    /// Has an organisation that waits for locks close and be removable nevertheless.
    ///
    /// @throws ConflictException unless it is closing and waits
    public Organisation overrideLocks(Caller caller, TenantId id, String reason) {
        var why = reasonGiven(reason);
        return act(
                caller,
                id,
                "organisation.locks-overridden",
                Map.of("reason", why),
                () -> {
                    var organisation = organisations.current();
                    locks.override(organisation, caller.person(), why, clock.instant());
                    return organisation;
                });
    }

    /// Removes a closed organisation, or a demonstration, with all it holds, for good.
    public void remove(Caller caller, TenantId id) {
        caller.require(MANAGE);
        var organisation = customer(id);
        TenantScope.run(
                id,
                () -> {
                    requireFree(organisation);
                    removal.remove(organisation);
                });
        trail.operators(caller, "organisation.removed", id, Map.of());
    }

    /// One that closed holds nothing locked, or was overridden; but what is gone is gone, so it is
    /// looked at again. Of demonstrations everything goes.
    private void requireFree(Organisation organisation) {
        if (!organisation.demo() && locks.held(clock.instant()).waits()) {
            throw new ConflictException(
                    "locks-held", organisation.name() + " holds objects that are locked.");
        }
    }

    private Organisation act(
            Caller caller,
            TenantId id,
            String action,
            Map<String, String> detail,
            Supplier<Organisation> change) {
        caller.require(MANAGE);
        customer(id);
        var changed =
                TenantScope.<Organisation, RuntimeException>call(
                        id,
                        () ->
                                trail.together(
                                        ConsoleTrail.operator(caller), id, action, detail, change));
        trail.operators(caller, action, id, detail);
        return changed;
    }

    private Organisation move(UnaryOperator<Standing> step) {
        return organisations.change(found -> found.with(step.apply(found.standing())));
    }

    private Organisation customer(TenantId id) {
        return TenantScope.call(id, () -> organisations.byId(id))
                .filter(found -> !found.id().equals(TenantId.OPERATOR))
                .orElseThrow(() -> new UnknownThingException("organisation"));
    }

    private static String reasonGiven(String reason) {
        var input = new Input();
        var clean = input.text("reason", reason, 1, 500);
        input.check();
        return clean;
    }
}
