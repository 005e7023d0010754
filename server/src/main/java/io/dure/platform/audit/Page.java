package io.dure.platform.audit;

import java.util.Optional;
import java.util.UUID;

/// A part of the trail.
///
/// @param before the last entry of the part before this one
/// @param size how many entries, 1 to 1000
public record Page(Optional<UUID> before, int size) {
    public static final int LARGEST = 1_000;

    public Page {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("a page of " + size + " entries");
        }
    }
}
