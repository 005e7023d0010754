package io.dure.platform.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All ranks, or all titles, the highest first.
///
/// @param version counts changes of the list, for If-Match; 0 before the first
public record DesignationList(List<Designation> items, long version) {
    public DesignationList {
        items = List.copyOf(items);
    }

    public boolean holds(UUID id) {
        return items.stream().anyMatch(item -> item.id().equals(id));
    }

    public Optional<Designation> find(UUID id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public Optional<Designation> byName(String name) {
        return items.stream().filter(item -> item.name().equals(name)).findFirst();
    }
}
