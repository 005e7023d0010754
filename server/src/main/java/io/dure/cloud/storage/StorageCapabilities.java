package io.dure.cloud.storage;

import io.dure.engines.objects.access.Right;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import io.dure.platform.tenancy.Product;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people may be allowed to do with their organisation's storage.
@Configuration(proxyBeanMethods = false)
public class StorageCapabilities {
    /// What plans and menus call it.
    public static final String PRODUCT = "storage";

    /// List and download objects, and have keys that read. Administrators do not have it by being
    /// administrators: they rent room out, and do not look into it.
    public static final Capability READ = capability("storage.read", BuiltInRole.OWNER);

    /// Upload and delete objects, and have keys that write.
    public static final Capability WRITE = capability("storage.write", BuiltInRole.OWNER);

    /// See, create, configure and delete buckets, set quotas, see everybody's keys and revoke them,
    /// and hold applications' keys, which may do no more than whoever makes them. What of a
    /// bucket's settings lets others see objects, or ends objects, needs [#READ] or [#WRITE], too.
    public static final Capability MANAGE =
            capability("storage.manage", BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR);

    /// Make the rows of a database that was lost anew from the store.
    static final Capability REBUILD = Capability.ofOperator("storage.rebuild", BuiltInRole.OWNER);

    /// Have bodies encrypted under other keys.
    static final Capability ROTATE = Capability.ofOperator("storage.rotate", BuiltInRole.OWNER);

    private static Capability capability(String name, BuiltInRole... roles) {
        return new Capability(name, Set.of(roles), Reach.ORGANISATION);
    }

    /// What somebody must be allowed to do for a key of theirs to have this right.
    static Capability of(Right right) {
        return switch (right) {
            case READ -> READ;
            case WRITE -> WRITE;
            case BUCKETS -> MANAGE;
        };
    }

    /// Whoever manages the storage sees its buckets, as does whoever reads what is in them.
    static void requireSight(Caller caller) {
        if (!caller.may(MANAGE)) {
            caller.require(READ);
        }
    }

    @Bean
    Capabilities storageDeclares() {
        return new Capabilities(READ, WRITE, MANAGE, REBUILD, ROTATE);
    }

    @Bean
    Product storageProduct() {
        return new Product(PRODUCT);
    }
}
