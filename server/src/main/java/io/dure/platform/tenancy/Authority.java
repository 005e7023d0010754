package io.dure.platform.tenancy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a caller may do: capabilities by name, each for the whole organisation or for certain
/// departments (those below them already counted in). A value, settled once a request; the only
/// place where a permission is decided.
public record Authority(Set<String> everywhere, Map<String, Set<DepartmentId>> within) {
    /// May do nothing at all.
    public static final Authority NONE = new Authority(Set.of(), Map.of());

    public Authority {
        everywhere = Set.copyOf(everywhere);
        within = Map.copyOf(within);
    }

    /// Holds the given capabilities for the whole organisation.
    public static Authority of(Capability... capabilities) {
        return new Authority(
                Set.of(capabilities).stream().map(Capability::name).collect(Collectors.toSet()),
                Map.of());
    }

    /// Whether it holds for the whole organisation.
    public boolean allows(Capability capability) {
        return everywhere.contains(capability.name());
    }

    /// Whether it holds for something that belongs to this department.
    public boolean allows(Capability capability, DepartmentId department) {
        return allows(capability)
                || within.getOrDefault(capability.name(), Set.of()).contains(department);
    }

    /// Whether it holds anywhere at all: enough to show a menu, never enough to act.
    public boolean allowsSomewhere(Capability capability) {
        return allows(capability) || within.containsKey(capability.name());
    }

    /// The names of all that holds somewhere.
    public Set<String> names() {
        return Stream.concat(everywhere.stream(), within.keySet().stream())
                .collect(Collectors.toSet());
    }

    /// The part of it that a personal access token with these scopes carries.
    public Authority narrowedTo(Collection<String> names) {
        var kept = new HashMap<>(within);
        kept.keySet().retainAll(names);
        return new Authority(
                everywhere.stream().filter(names::contains).collect(Collectors.toSet()), kept);
    }
}
