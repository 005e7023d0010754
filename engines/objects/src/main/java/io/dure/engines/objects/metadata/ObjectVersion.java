package io.dure.engines.objects.metadata;

import java.time.Instant;

/// A version of an object, or the mark that says it is deleted.
public sealed interface ObjectVersion permits StoredObject, DeleteMarker {
    String key();

    VersionId version();

    Instant lastModified();
}
