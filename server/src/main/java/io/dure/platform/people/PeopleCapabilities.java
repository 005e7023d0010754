package io.dure.platform.people;

import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Capability.Reach;
import io.dure.platform.tenancy.DepartmentId;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people may be allowed to do here.
@Configuration(proxyBeanMethods = false)
public class PeopleCapabilities {
    /// See the directory and the org chart.
    public static final Capability READ =
            new Capability(
                    "people.read",
                    Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR, BuiltInRole.MEMBER),
                    Reach.ORGANISATION);

    /// Enter, change, transfer and deactivate people; those of a department where narrowed to it.
    public static final Capability MANAGE =
            new Capability(
                    "people.manage",
                    Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR),
                    Reach.DEPARTMENT);

    /// Change the tree of departments, the ranks and the titles.
    public static final Capability DEPARTMENTS =
            new Capability(
                    "departments.manage",
                    Set.of(BuiltInRole.OWNER, BuiltInRole.ADMINISTRATOR),
                    Reach.ORGANISATION);

    /// Whether the caller manages people whose main post is in this department; somebody without a
    /// post belongs to the whole organisation.
    static boolean manages(Caller caller, Optional<DepartmentId> department) {
        return department
                .map(its -> caller.authority().allows(MANAGE, its))
                .orElseGet(() -> caller.may(MANAGE));
    }

    @Bean
    Capabilities peopleDeclares() {
        return new Capabilities(READ, MANAGE, DEPARTMENTS);
    }
}
