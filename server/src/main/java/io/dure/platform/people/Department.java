package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.Optional;

/// A department as it stands today. Never deleted: closed.
///
/// @param parent empty at the top
/// @param position among the departments of the same parent, from 0
/// @param people how many that are not deactivated have a post in it, those below not counted
/// @param version counts changes, for If-Match
public record Department(
        DepartmentId id,
        Optional<DepartmentId> parent,
        String name,
        int position,
        Optional<Head> head,
        int people,
        long version) {

    /// Who leads it.
    public record Head(PersonId id, String name) {}
}
