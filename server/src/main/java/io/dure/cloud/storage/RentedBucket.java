package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Versioning;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A bucket of an organisation, and what it holds.
///
/// @param name unique in the organisation
/// @param quotaBytes most bytes in it, if it has a quota of its own
/// @param softQuotaBytes from how many on people are told, if not only near the quota
/// @param bytes of its objects
/// @param pendingBytes of parts of unfinished uploads
/// @param objectLock whether its objects can be locked
/// @param version counts changes of its settings, for If-Match
public record RentedBucket(
        UUID id,
        String name,
        Instant createdAt,
        Optional<Long> quotaBytes,
        Optional<Long> softQuotaBytes,
        long bytes,
        long objects,
        long pendingBytes,
        Versioning versioning,
        boolean objectLock,
        long version) {

    /// Whether this many more bytes fit its own quota.
    boolean hasRoomFor(long more) {
        return quotaBytes.map(quota -> bytes + pendingBytes + more <= quota).orElse(true);
    }
}
