package io.dure.engines.objects.metadata;

import io.dure.engines.objects.error.S3Exception;
import java.util.List;
import java.util.Optional;

/// What came of a [Deletion].
public sealed interface DeletionOutcome {
    /// It is not there now, be it that it never was.
    ///
    /// @param version that was deleted, or that the marker has which stands there now; empty in a
    ///   bucket that never had versions
    /// @param isMarker whether that version is a marker
    /// @param unreferenced bodies that nothing refers to any more
    record Deleted(Optional<VersionId> version, boolean isMarker, List<StoredBody> unreferenced)
            implements DeletionOutcome {}

    record Refused(S3Exception reason) implements DeletionOutcome {}

    /// @throws S3Exception if it was refused
    default Deleted require() {
        return switch (this) {
            case Deleted deleted -> deleted;
            case Refused(var reason) -> throw reason;
        };
    }
}
