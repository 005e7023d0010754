package io.dure.platform.authority;

import io.dure.platform.people.Placement;
import io.dure.platform.tenancy.DepartmentId;
import java.util.UUID;

/// Whom a role is granted to.
///
/// @param id of the person, rank, title or department
/// @param withBelow where it is a department: people of those below it too
public record Subject(Kind kind, UUID id, boolean withBelow) {
    public enum Kind {
        PERSON,
        RANK,
        TITLE,
        DEPARTMENT
    }

    /// Whether it takes in a person who stands there. A grant to a person says so by itself.
    boolean takesIn(Placement placement) {
        return switch (kind) {
            case PERSON -> true;
            case RANK -> placement.ranks().contains(id);
            case TITLE -> placement.titles().contains(id);
            case DEPARTMENT ->
                    (withBelow ? placement.departmentsAndAbove() : placement.departments())
                            .contains(new DepartmentId(id));
        };
    }
}
