package io.dure.platform.people;

import io.dure.platform.tenancy.PersonId;
import org.jspecify.annotations.Nullable;

/// A person in a group.
///
/// @param photo changes with the picture; none without one
public record GroupMember(
        PersonId id, String name, Person.Kind kind, Person.State state, @Nullable String photo) {}
