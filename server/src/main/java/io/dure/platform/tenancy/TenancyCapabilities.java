package io.dure.platform.tenancy;

import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people may do to their organisation as a whole.
@Configuration(proxyBeanMethods = false)
public class TenancyCapabilities {
    /// Change the organisation's name, look, menu, modules and rules of sign-in.
    public static final Capability MANAGE =
            new Capability(
                    "organisation.manage",
                    Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR),
                    Reach.ORGANISATION);

    @Bean
    Capabilities declaredByTenancy() {
        return new Capabilities(MANAGE);
    }
}
