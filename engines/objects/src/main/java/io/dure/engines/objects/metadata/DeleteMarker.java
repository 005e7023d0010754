package io.dure.engines.objects.metadata;

import java.time.Instant;

/// What stands above an object's versions when it was deleted: without it, they are there again.
public record DeleteMarker(String key, VersionId version, Instant lastModified)
        implements ObjectVersion {}
