package io.dure.engines.objects.metadata;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// A multipart upload that is neither completed nor aborted.
///
/// @param checksum what every part must carry, if the client chose one
public record Upload(
        UUID id,
        String key,
        Attributes attributes,
        Optional<ChosenChecksum> checksum,
        Encryption encryption,
        Marks marks,
        Instant initiatedAt) {

    /// An algorithm, and what the finished object's value is computed over.
    public record ChosenChecksum(ChecksumAlgorithm algorithm, Checksum.Type type) {}
}
