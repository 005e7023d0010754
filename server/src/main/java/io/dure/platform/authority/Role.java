package io.dure.platform.authority;

import java.util.Set;

/// Capabilities bundled under a name.
///
/// @param capabilities by name
/// @param version counts changes, for If-Match; 0 where it is built in and cannot change
public record Role(
        RoleKey key, String name, String description, Set<String> capabilities, long version) {
    public Role {
        capabilities = Set.copyOf(capabilities);
    }

    public boolean isBuiltIn() {
        return key instanceof RoleKey.BuiltIn;
    }
}
