package io.dure.cloud.storage;

import io.dure.engines.objects.access.Right;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An access key, without its secret.
///
/// @param name that people gave it
/// @param owner whose it is; empty for an application's, which outlives people
/// @param buckets the only ones that it may touch; empty for all
/// @param expiresAt when it ends, if it was rotated
public record HeldKey(
        String id,
        String name,
        Optional<PersonId> owner,
        Set<Right> rights,
        Optional<List<String>> buckets,
        Instant createdAt,
        Optional<Instant> expiresAt) {

    boolean hasEnded(Instant now) {
        return expiresAt.map(end -> !now.isBefore(end)).orElse(false);
    }
}
