package io.dure.engines.objects.metadata;

import java.util.UUID;

/// A space of bucket names that shares nothing with another. Whose it is, the engine does not know.
public record Namespace(UUID id) {}
