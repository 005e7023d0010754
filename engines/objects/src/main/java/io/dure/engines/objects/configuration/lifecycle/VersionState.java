package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.configuration.tagging.ObjectTags;
import java.time.Instant;

/// What a rule looks at: a version of an object in the state it is in. A delete marker with
/// versions under it is in none of them, for nothing ends it.
public sealed interface VersionState {
    /// The object that its key names.
    ///
    /// @param size in bytes
    /// @param created when it was put
    record Current(String key, long size, ObjectTags tags, Instant created)
            implements VersionState {}

    /// A version, or a delete marker, that another took the place of.
    ///
    /// @param size in bytes, 0 for a delete marker
    /// @param became when it was replaced
    /// @param newer how many noncurrent versions of the key are newer
    record Noncurrent(String key, long size, ObjectTags tags, Instant became, int newer)
            implements VersionState {}

    /// A delete marker that is all there is of its key.
    record LoneMarker(String key, Instant created) implements VersionState {}
}
