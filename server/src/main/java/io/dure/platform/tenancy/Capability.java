package io.dure.platform.tenancy;

import java.util.Set;

/// One thing that people may be allowed to do. Modules declare theirs as constants and publish them
/// as a [Capabilities] bean; organisations bundle them in roles.
///
/// @param name stable, `module.verb`, such as `people.manage`
/// @param builtIn the built-in roles that hold it in every organisation
/// @param reach whether a grant of it may be narrowed to a department and those below it
public record Capability(String name, Set<BuiltInRole> builtIn, Reach reach) {
    public Capability {
        builtIn = Set.copyOf(builtIn);
    }

    /// The roles that every organisation has, from the most to the least powerful.
    public enum BuiltInRole {
        OWNER,
        ADMINISTRATOR,
        MEMBER,
        GUEST
    }

    /// How far a capability can reach.
    public enum Reach {
        ORGANISATION,
        DEPARTMENT
    }
}
