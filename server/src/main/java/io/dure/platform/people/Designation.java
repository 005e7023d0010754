package io.dure.platform.people;

import java.util.UUID;

/// A rank or a title of an organisation.
public record Designation(UUID id, String name) {
    /// Of which of the two ordered lists it is.
    public enum Kind {
        /// How high somebody stands: lists of people are sorted by it.
        RANK,
        /// What somebody leads or is called.
        TITLE
    }
}
