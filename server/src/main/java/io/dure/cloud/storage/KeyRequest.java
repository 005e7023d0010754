package io.dure.cloud.storage;

import io.dure.engines.objects.access.Right;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A key that somebody wants.
///
/// @param buckets the only ones that it may touch; empty for all
public record KeyRequest(
        Kind kind, String name, Set<Right> rights, Optional<List<String>> buckets) {
    /// Whose key it is to be.
    public enum Kind {
        /// The caller's own: it dies when the person is deactivated.
        PERSONAL,
        /// An application's: it lives on.
        APPLICATION
    }

    public KeyRequest {
        rights = Set.copyOf(rights);
        buckets = buckets.map(List::copyOf);
    }
}
