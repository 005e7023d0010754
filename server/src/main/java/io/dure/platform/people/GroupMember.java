package io.dure.platform.people;

import io.dure.platform.tenancy.PersonId;

/// A person in a group.
public record GroupMember(PersonId id, String name, Person.Kind kind, Person.State state) {}
