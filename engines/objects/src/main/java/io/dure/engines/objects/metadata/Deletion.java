package io.dure.engines.objects.metadata;

import java.util.Optional;

/// An object to delete.
///
/// @param version to delete for good; empty for the current one, of which a bucket with versions
///   keeps what there was
/// @param precondition of the current object
/// @param marker what comes to stand there, if one does; empty for one without a note
public record Deletion(
        String key,
        Optional<VersionId> version,
        Precondition precondition,
        Optional<Marker> marker) {
    public Deletion(String key, Optional<VersionId> version, Precondition precondition) {
        this(key, version, precondition, Optional.empty());
    }

    public static Deletion of(String key) {
        return new Deletion(key, Optional.empty(), new Precondition.None());
    }

    public Deletion withMarker(Marker other) {
        return new Deletion(key, version, precondition, Optional.of(other));
    }
}
