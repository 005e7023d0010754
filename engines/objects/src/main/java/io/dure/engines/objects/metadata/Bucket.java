package io.dure.engines.objects.metadata;

import java.time.Instant;

/// @param name unique in its namespace
/// @param objectLock whether its objects can be locked; never taken back
public record Bucket(String name, Instant createdAt, Versioning versioning, boolean objectLock) {
    /// One without versions.
    public Bucket(String name, Instant createdAt) {
        this(name, createdAt, Versioning.NEVER, false);
    }
}
