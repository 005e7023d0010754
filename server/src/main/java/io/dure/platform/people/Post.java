package io.dure.platform.people;

import io.dure.platform.tenancy.DepartmentId;
import java.util.Optional;
import java.util.UUID;

/// A place that a person fills in a department.
///
/// @param main whether it is the one that the person is listed by; the others are concurrent posts
/// @param rank by which lists are sorted
/// @param duty what the person does there, or empty
public record Post(
        DepartmentId department,
        boolean main,
        Optional<UUID> rank,
        Optional<UUID> title,
        String duty) {
    Post in(DepartmentId other) {
        return new Post(other, main, rank, title, duty);
    }

    Post asMain() {
        return new Post(department, true, rank, title, duty);
    }

    Post asConcurrent() {
        return new Post(department, false, rank, title, duty);
    }
}
