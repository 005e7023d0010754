package io.dure.platform.tenancy;

import java.util.Set;

/// What an organisation rents.
///
/// @param people most people that are not deactivated
/// @param storageBytes most bytes in its storage
/// @param modules the names of the modules it may use
public record Plan(int people, long storageBytes, Set<String> modules) {
    public Plan {
        modules = Set.copyOf(modules);
    }
}
