package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.MANAGE;
import static io.dure.cloud.console.ConsoleCapabilities.READ;

import io.dure.platform.problem.Input;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.OrganisationSearch;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/// The organisations, as the operator's staff handle them. Not transactional as a whole: each act
/// opens the scope of the organisation it is about, and a transaction cannot change its scope.
@Service
public class Tenants {
    private final Organisations organisations;
    private final SignUp signUp;
    private final InstantSource clock;

    Tenants(Organisations organisations, SignUp signUp, InstantSource clock) {
        this.organisations = organisations;
        this.signUp = signUp;
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
        return signUp.organisation(registration, owner);
    }

    /// @param version which the caller saw
    public Organisation change(
            Caller caller, TenantId id, long version, UnaryOperator<Organisation> change) {
        caller.require(MANAGE);
        customer(id);
        return TenantScope.call(id, () -> organisations.change(version, change));
    }

    /// Shuts an organisation: its people see why and can do nothing, nothing is lost.
    public Organisation suspend(Caller caller, TenantId id, String reason) {
        return move(caller, id, standing -> standing.suspended(reasonGiven(reason), now()));
    }

    /// Opens an organisation again, or takes its closing back.
    public Organisation resume(Caller caller, TenantId id) {
        return move(caller, id, standing -> standing.resumed(now()));
    }

    /// Begins the 30 days after which an organisation's data may be removed.
    public Organisation close(Caller caller, TenantId id, String reason) {
        return move(caller, id, standing -> standing.closing(reasonGiven(reason), now()));
    }

    private Organisation move(Caller caller, TenantId id, UnaryOperator<Standing> step) {
        caller.require(MANAGE);
        customer(id);
        return TenantScope.call(
                id,
                () ->
                        organisations.change(organisation ->
                                organisation.with(step.apply(organisation.standing()))));
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

    private Instant now() {
        return clock.instant();
    }
}
