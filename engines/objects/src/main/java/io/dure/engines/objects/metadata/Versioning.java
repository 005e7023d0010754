package io.dure.engines.objects.metadata;

/// Whether a bucket keeps what is overwritten and deleted.
public enum Versioning {
    /// Not ever: it has no versions, and no null versions to speak of.
    NEVER,
    ENABLED,
    /// Not any more: what is put becomes the null version.
    SUSPENDED
}
