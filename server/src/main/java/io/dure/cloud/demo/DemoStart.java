package io.dure.cloud.demo;

import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What `--demo` does at a start: makes what is not there yet, and says how to sign in.
@Component
class DemoStart {
    private final boolean wanted;
    private final Demo demo;
    private final DemoAccounts accounts;
    private final DemoOperator operator;
    private final DemoPassword password;

    DemoStart(
            @Value("${dure.demo:false}") boolean wanted,
            Demo demo,
            DemoAccounts accounts,
            DemoOperator operator,
            DemoPassword password) {
        this.wanted = wanted;
        this.demo = demo;
        this.accounts = accounts;
        this.operator = operator;
        this.password = password;
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() {
        if (wanted) {
            TenantScope.run(TenantId.OPERATOR, operator::enterIfNobodyIsThere);
            demo.scripts().stream().filter(script -> !demo.isThere(script)).forEach(this::fill);
            greet();
        }
    }

    /// Takes seconds, so says so.
    private void fill(Script script) {
        System.out.print("Filling the demonstration /o/" + script.shortName() + " ... ");
        System.out.flush();
        var begin = System.nanoTime();
        demo.open(script);
        System.out.println(Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
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
