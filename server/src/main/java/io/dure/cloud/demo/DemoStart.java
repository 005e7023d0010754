package io.dure.cloud.demo;

import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What `--demo` does at a start, and undoes at one without it: only a demonstration lets operators
/// in without a second factor.
@Component
class DemoStart {
    private final boolean wanted;
    private final Demo demo;
    private final DemoAccounts accounts;
    private final DemoOperator operator;
    private final DemoPassword password;
    private final Organisations organisations;

    DemoStart(
            @Value("${dure.demo:false}") boolean wanted,
            Demo demo,
            DemoAccounts accounts,
            DemoOperator operator,
            DemoPassword password,
            Organisations organisations) {
        this.wanted = wanted;
        this.demo = demo;
        this.accounts = accounts;
        this.operator = operator;
        this.password = password;
        this.organisations = organisations;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        TenantScope.run(TenantId.OPERATOR, () -> demandSecondFactor(!wanted));
        if (wanted) {
            TenantScope.run(TenantId.OPERATOR, operator::enterIfNobodyIsThere);
            demo.scripts().forEach(demo::open);
            greet();
        }
    }

    private void demandSecondFactor(boolean demanded) {
        if (organisations.current().secondFactorDemanded() != demanded) {
            organisations.change(
                    found -> found.with(found.settings().withSecondFactorDemanded(demanded)));
        }
    }

    private void greet() {
        System.out.println("Demonstration, every password is " + password.text());
        if (TenantScope.call(TenantId.OPERATOR, operator::isThere)) {
            System.out.println("  /console      operator: " + DemoOperator.LOGIN);
        }
        for (var script : demo.scripts()) {
            var organisation = demo.open(script);
            var signIns =
                    TenantScope.call(
                            organisation.id(), () -> accounts.signIns(organisation, script));
            System.out.printf(
                    "  %-13s owner: %s, member: %s%n",
                    "/o/" + script.shortName(),
                    signIns.owner().orElse("?"),
                    signIns.member().orElse("?"));
        }
    }
}
