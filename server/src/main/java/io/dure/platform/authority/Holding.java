package io.dure.platform.authority;

import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.DepartmentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One capability that a person holds, and why.
///
/// @param grant empty where it comes with being a member or a guest
/// @param within where it is narrowed: to which departments
public record Holding(
        Capability capability,
        RoleKey role,
        String roleName,
        Optional<Grant> grant,
        Optional<Set<DepartmentId>> within) {

    /// What several holdings allow together.
    static Authority together(Collection<Holding> holdings) {
        var everywhere = new HashSet<String>();
        var within = new HashMap<String, Set<DepartmentId>>();
        for (var holding : holdings) {
            var name = holding.capability().name();
            holding.within()
                    .ifPresentOrElse(
                            departments ->
                                    within.computeIfAbsent(name, _ -> new HashSet<>())
                                            .addAll(departments),
                            () -> everywhere.add(name));
        }
        return new Authority(everywhere, Map.copyOf(within));
    }
}
