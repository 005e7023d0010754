package io.dure.cloud.backup;

import static io.dure.platform.tenancy.Capability.BuiltInRole.OWNER;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BackupCapabilities {
    /// Copy everything, keys included, to a folder of the machine.
    static final Capability TAKE = Capability.ofOperator("backups.take", OWNER);

    @Bean
    Capabilities declaredByBackup() {
        return new Capabilities(TAKE);
    }
}
