package io.dure.engines.objects.metadata;

import java.time.Instant;

/// A version that ends by itself, as it was seen; it ends only while that is so.
///
/// @param since when it was put or, of a noncurrent one, became that
public record Expiry(State state, String key, VersionId version, Instant since) {
    /// What the version is to its key.
    public enum State {
        /// The object. It ends as if a client deleted it.
        CURRENT,
        NONCURRENT,
        /// A delete marker that is all there is.
        LONE_MARKER
    }
}
