package io.dure.engines.objects.metadata;

import java.util.Optional;

/// What there is of a key.
///
/// @param versioning of the bucket
/// @param object the version that was asked for, or the current one
public record Found(Versioning versioning, Optional<ObjectVersion> object) {}
