package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Where a person stands, for deciding what follows from it.
///
/// @param ranks of all posts
/// @param titles of all posts
/// @param departments of all posts
/// @param departmentsAndAbove the departments of all posts and every one above them
/// @param below of each department that was asked about: itself and the open ones below it
public record Placement(
        Person.Kind kind,
        Person.State state,
        Set<UUID> ranks,
        Set<UUID> titles,
        Set<DepartmentId> departments,
        Set<DepartmentId> departmentsAndAbove,
        Map<DepartmentId, Set<DepartmentId>> below) {}
