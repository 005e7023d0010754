package io.dure.engines.objects.metadata;

import java.time.Instant;
import java.util.Optional;

/// A version that ends by itself, as it was seen; it ends only while that is so.
///
/// @param since when it was put or, of a noncurrent one, became that
/// @param marker what comes to stand there, if one does; empty for one without a note
public record Expiry(
        State state, String key, VersionId version, Instant since, Optional<Marker> marker) {
    public Expiry(State state, String key, VersionId version, Instant since) {
        this(state, key, version, since, Optional.empty());
    }

    public Expiry withMarker(Marker other) {
        return new Expiry(state, key, version, since, Optional.of(other));
    }

    /// What the version is to its key.
    public enum State {
        /// The object. It ends as if a client deleted it.
        CURRENT,
        NONCURRENT,
        /// A delete marker that is all there is.
        LONE_MARKER
    }
}
