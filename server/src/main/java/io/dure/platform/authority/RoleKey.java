package io.dure.platform.authority;

import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import java.util.UUID;
import java.util.stream.Stream;

/// Names a role: one that every organisation has, or one of its own.
public sealed interface RoleKey {
    record BuiltIn(BuiltInRole role) implements RoleKey {
        @Override
        public String toString() {
            return role.name();
        }
    }

    record Own(UUID id) implements RoleKey {
        @Override
        public String toString() {
            return id.toString();
        }
    }

    /// @param text as [#toString] writes it: `OWNER`, or an id
    /// @throws UnknownThingException if it names no role
    static RoleKey of(String text) {
        return Stream.of(BuiltInRole.values())
                .filter(role -> role.name().equals(text))
                .findFirst()
                .<RoleKey>map(BuiltIn::new)
                .orElseGet(() -> own(text));
    }

    private static RoleKey own(String text) {
        try {
            return new Own(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new UnknownThingException("role");
        }
    }
}
