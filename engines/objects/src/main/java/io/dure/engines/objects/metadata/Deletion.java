package io.dure.engines.objects.metadata;

import java.util.Optional;

/// An object to delete.
///
/// @param version to delete for good; empty for the current one, of which a bucket with versions
///   keeps what there was
/// @param precondition of the current object
public record Deletion(String key, Optional<VersionId> version, Precondition precondition) {
    public static Deletion of(String key) {
        return new Deletion(key, Optional.empty(), new Precondition.None());
    }
}
