package io.dure.engines.objects.metadata;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description.OfPart;
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
        StoredBody body) {
    /// A part as its body describes it.
    public static Part of(OfPart description, StoredBody body) {
        return new Part(
                description.number(),
                description.etag(),
                description.lastModified(),
                description.checksum(),
                body);
    }

    public Part withBody(StoredBody other) {
        return new Part(number, etag, lastModified, checksum, other);
    }
}
