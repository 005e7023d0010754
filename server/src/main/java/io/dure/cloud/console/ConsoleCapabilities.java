package io.dure.cloud.console;

import static io.dure.platform.tenancy.Capability.BuiltInRole.ADMINISTRATOR;
import static io.dure.platform.tenancy.Capability.BuiltInRole.OWNER;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Product;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the operator's staff may do here.
@Configuration(proxyBeanMethods = false)
public class ConsoleCapabilities {
    /// See the organisations, their figures, and the state of the machine.
    public static final Capability READ =
            Capability.ofOperator("organisations.read", OWNER, ADMINISTRATOR);

    /// Sign up, change, suspend and close organisations.
    public static final Capability MANAGE =
            Capability.ofOperator("organisations.manage", OWNER, ADMINISTRATOR);

    @Bean
    Capabilities declaredByConsole() {
        return new Capabilities(READ, MANAGE);
    }

    @Bean
    Product storageProduct() {
        return new Product("storage");
    }
}
