package io.dure.platform.tenancy;

import java.util.Set;

/// One thing that people may be allowed to do. Modules declare theirs as constants and publish them
/// as a [Capabilities] bean; organisations bundle them in roles.
///
/// @param name stable, `module.verb`, such as `people.manage`
/// @param builtIn the built-in roles that hold it in every organisation where it exists
/// @param reach whether a grant of it may be narrowed to a department and those below it
/// @param side in which organisations it exists at all
public record Capability(String name, Set<BuiltInRole> builtIn, Reach reach, Side side) {
    public Capability {
        builtIn = Set.copyOf(builtIn);
    }

    /// A capability of every organisation.
    public Capability(String name, Set<BuiltInRole> builtIn, Reach reach) {
        this(name, builtIn, reach, Side.EVERYWHERE);
    }

    /// A capability of the operator's staff, which no other organisation can hold or grant.
    public static Capability ofOperator(String name, BuiltInRole... builtIn) {
        return new Capability(name, Set.of(builtIn), Reach.ORGANISATION, Side.OPERATOR);
    }

    /// Whether it exists in this organisation; where it does not, no role can carry it.
    public boolean existsIn(TenantId tenant) {
        return switch (side) {
            case EVERYWHERE -> true;
            case OPERATOR -> tenant.equals(TenantId.OPERATOR);
        };
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

    /// On which side of the counter a capability exists.
    public enum Side {
        EVERYWHERE,
        OPERATOR
    }
}
