package io.dure.engines.objects.access;

import io.dure.engines.objects.metadata.Namespace;
import java.util.Optional;
import java.util.Set;

/// A key that signs requests.
///
/// @param secret shared with the client
/// @param principal whose it is, for logs
/// @param buckets the only ones it may touch; empty for all
/// @param suspended whether its namespace is shut: every request answers 403
public record AccessKey(
        String id,
        String secret,
        Namespace namespace,
        String principal,
        Set<Right> rights,
        Optional<Set<String>> buckets,
        boolean suspended) {

    public AccessKey {
        rights = Set.copyOf(rights);
        buckets = buckets.map(Set::copyOf);
    }

    /// Whether it may do this to the bucket.
    public boolean allows(Right right, String bucket) {
        return rights.contains(right) && mayTouch(bucket);
    }

    public boolean mayTouch(String bucket) {
        return buckets.map(only -> only.contains(bucket)).orElse(true);
    }

    @Override
    public String toString() {
        return "AccessKey[" + id + "]";
    }
}
