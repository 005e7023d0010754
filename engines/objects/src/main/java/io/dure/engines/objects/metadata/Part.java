package io.dure.engines.objects.metadata;

import io.dure.engines.objects.checksum.Checksum;
import java.time.Instant;
import java.util.Optional;

/// An uploaded part.
///
/// @param number 1 to 10,000
/// @param etag MD5 in hex
public record Part(
        int number,
        String etag,
        Instant lastModified,
        Optional<Checksum> checksum,
        StoredBody body) {}
