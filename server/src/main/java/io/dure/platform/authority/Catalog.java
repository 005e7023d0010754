package io.dure.platform.authority;

import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.TenantScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// All capabilities that modules declare, as far as they exist in the organisation in scope.
@Component
class Catalog {
    private final Map<String, Capability> declared;

    Catalog(Collection<Capabilities> modules) {
        declared =
                modules.stream()
                        .flatMap(module -> module.declared().stream())
                        .collect(Collectors.toMap(Capability::name, Function.identity()));
    }

    List<Capability> all() {
        return existing().sorted(Comparator.comparing(Capability::name)).toList();
    }

    Optional<Capability> find(String name) {
        return Optional.ofNullable(declared.get(name)).filter(Catalog::exists);
    }

    Set<Capability> of(BuiltInRole role) {
        return existing()
                .filter(capability -> capability.builtIn().contains(role))
                .collect(Collectors.toSet());
    }

    /// The capabilities of a role; names that no module declares any more are left out.
    Set<Capability> of(Role role) {
        return role.capabilities().stream()
                .flatMap(name -> find(name).stream())
                .collect(Collectors.toSet());
    }

    Role role(BuiltInRole role) {
        var names = of(role).stream().map(Capability::name).collect(Collectors.toSet());
        return new Role(new RoleKey.BuiltIn(role), role.name(), "", names, 0);
    }

    private Stream<Capability> existing() {
        return declared.values().stream().filter(Catalog::exists);
    }

    private static boolean exists(Capability capability) {
        return capability.existsIn(TenantScope.current());
    }
}
