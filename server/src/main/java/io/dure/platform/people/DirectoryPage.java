package io.dure.platform.people;

import java.util.List;
import java.util.Optional;

/// A page of the directory.
///
/// @param next where the next page goes on; empty after the last
public record DirectoryPage(List<Listing> items, Optional<DirectoryPosition> next) {
    public DirectoryPage {
        items = List.copyOf(items);
    }
}
