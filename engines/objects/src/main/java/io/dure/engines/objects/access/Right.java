package io.dure.engines.objects.access;

/// What a key may allow.
public enum Right {
    /// Read and list objects, and list buckets.
    READ,
    /// Put and delete objects.
    WRITE,
    /// Create, configure and delete buckets.
    BUCKETS
}
