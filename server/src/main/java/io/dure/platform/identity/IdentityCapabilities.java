package io.dure.platform.identity;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people may be allowed to do to the accounts of others.
@Configuration(proxyBeanMethods = false)
public class IdentityCapabilities {
    /// Invite people, reset their passwords, end their sessions, take a lost second factor off;
    /// never of somebody who may do more than oneself.
    public static final Capability ACCOUNTS =
            new Capability(
                    "accounts.manage",
                    Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR),
                    Reach.ORGANISATION);

    @Bean
    Capabilities identityDeclares() {
        return new Capabilities(ACCOUNTS);
    }
}
