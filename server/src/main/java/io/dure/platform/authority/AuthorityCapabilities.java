package io.dure.platform.authority;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people may be allowed to do with authority itself.
@Configuration(proxyBeanMethods = false)
public class AuthorityCapabilities {
    /// Make roles and grant them, as far as one's own authority goes.
    public static final Capability MANAGE =
            new Capability(
                    "authority.manage",
                    Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR),
                    Reach.ORGANISATION);

    /// Grant what one does not hold oneself: the right of owners, so that there is somebody who can
    /// grant what no built-in role holds.
    public static final Capability OWN =
            new Capability("authority.own", Set.of(BuiltInRole.OWNER), Reach.ORGANISATION);

    @Bean
    Capabilities authorityDeclares() {
        return new Capabilities(MANAGE, OWN);
    }
}
