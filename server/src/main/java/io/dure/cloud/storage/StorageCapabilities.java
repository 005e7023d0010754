package io.dure.cloud.storage;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people may be allowed to do with their organisation's storage.
@Configuration(proxyBeanMethods = false)
public class StorageCapabilities {
    /// See buckets, list and download objects, and have personal keys that read.
    public static final Capability READ = capability("storage.read");

    /// Upload and delete objects, and have personal keys that write.
    public static final Capability WRITE = capability("storage.write");

    /// Create and delete buckets, set quotas, and hold applications' keys.
    public static final Capability MANAGE = capability("storage.manage");

    private static Capability capability(String name) {
        return new Capability(
                name, Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR), Reach.ORGANISATION);
    }

    @Bean
    Capabilities storageDeclares() {
        return new Capabilities(READ, WRITE, MANAGE);
    }
}
