package io.dure.cloud.console;

import static io.dure.platform.tenancy.Capability.BuiltInRole.ADMINISTRATOR;
import static io.dure.platform.tenancy.Capability.BuiltInRole.OWNER;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.Reach;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the operator's staff may do here, and what owners have to say to that.
@Configuration(proxyBeanMethods = false)
public class ConsoleCapabilities {
    /// See the organisations, their figures, and the state of the machine.
    public static final Capability READ =
            Capability.ofOperator("organisations.read", OWNER, ADMINISTRATOR);

    /// Sign up, change, suspend and close organisations.
    public static final Capability MANAGE =
            Capability.ofOperator("organisations.manage", OWNER, ADMINISTRATOR);

    /// Invite and deactivate members of the operator's staff.
    public static final Capability OPERATORS = Capability.ofOperator("operators.manage", OWNER);

    /// Ask organisations to be let in for a while.
    public static final Capability SUPPORT =
            Capability.ofOperator("support.ask", OWNER, ADMINISTRATOR);

    /// Say whether an operator may look into one's own organisation.
    public static final Capability DECIDE_SUPPORT =
            new Capability("support.decide", Set.of(OWNER), Reach.ORGANISATION);

    @Bean
    Capabilities declaredByConsole() {
        return new Capabilities(READ, MANAGE, OPERATORS, SUPPORT, DECIDE_SUPPORT);
    }
}
