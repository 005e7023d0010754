package io.dure.engines.objects.metadata;

/// The kinds of documents that a bucket can have, one of each. Whoever remembers them need not read
/// them.
public enum BucketDocument {
    ACL,
    CORS,
    ENCRYPTION,
    LIFECYCLE,
    LOGGING,
    NOTIFICATION,
    OBJECT_LOCK,
    OWNERSHIP,
    POLICY,
    PUBLIC_ACCESS,
    TAGGING
}
