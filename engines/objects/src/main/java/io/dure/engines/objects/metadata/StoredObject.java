package io.dure.engines.objects.metadata;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description.OfObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An object as it was acknowledged.
///
/// @param key up to 1,024 bytes of UTF-8, verbatim
/// @param etag without quotes: MD5 in hex, and `-N` behind it for a multipart object
/// @param checksum the one the client chose, if it did
/// @param bodies in order; one, or one for each part of a multipart object
public record StoredObject(
        String key,
        long size,
        String etag,
        Instant lastModified,
        Attributes attributes,
        Optional<Checksum> checksum,
        List<StoredBody> bodies) {

    public StoredObject {
        bodies = List.copyOf(bodies);
    }

    /// An object of one body, as the body describes it.
    public static StoredObject of(OfObject description, StoredBody body) {
        return new StoredObject(
                description.key(),
                body.size(),
                description.etag(),
                description.lastModified(),
                description.attributes(),
                description.checksum(),
                List.of(body));
    }

    public StoredObject withBodies(List<StoredBody> others) {
        return new StoredObject(key, size, etag, lastModified, attributes, checksum, others);
    }

    /// Whether it was uploaded in parts.
    public boolean isMultipart() {
        return etag.indexOf('-') >= 0;
    }
}
