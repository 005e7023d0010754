package io.dure.cloud.console;

import io.dure.platform.audit.Actor;
import io.dure.platform.audit.Audit;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what operators do twice: in the trail of the organisation that it was done to, so that its
/// people see it, and in the operator's own.
@Component
class ConsoleTrail {
    private final Audit audit;

    ConsoleTrail(Audit audit) {
        this.audit = audit;
    }

    /// Does something to the organisation in scope, and keeps that in its trail, in one
    /// transaction.
    @Transactional
    public <T> T together(
            Actor actor,
            TenantId organisation,
            String action,
            Map<String, String> detail,
            Supplier<T> act) {
        var result = act.get();
        audit.record(organisation, actor, action, "organisation:" + organisation, detail);
        return result;
    }

    /// Does something in the caller's own organisation, and keeps that, in one transaction.
    @Transactional
    public <T> T own(Caller caller, String action, String subject, Supplier<T> act) {
        var result = act.get();
        audit.record(caller, action, subject, Map.of());
        return result;
    }

    /// Reads in the scope that is open; reading alone is not kept.
    @Transactional(readOnly = true)
    public <T> T reading(Supplier<T> act) {
        return act.get();
    }

    /// How an organisation's trail names somebody of the operator's staff.
    static Actor operator(Caller caller) {
        return new Actor(Actor.Kind.OPERATOR, Optional.of(caller.person()), caller.address());
    }

    /// The operator's own entry.
    void operators(
            Caller caller, String action, TenantId organisation, Map<String, String> detail) {
        TenantScope.run(
                TenantId.OPERATOR,
                () -> audit.record(caller, action, "organisation:" + organisation, detail));
    }

    /// The operator's own entry of what Dure did by itself.
    void operators(String action, TenantId organisation) {
        TenantScope.run(
                TenantId.OPERATOR,
                () ->
                        audit.record(
                                TenantId.OPERATOR,
                                Actor.SYSTEM,
                                action,
                                "organisation:" + organisation,
                                Map.of()));
    }
}
