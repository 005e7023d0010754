package io.dure.engines.objects.description;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.VersionId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What a body's bytes are. It is written before the metadata know the body, so it says what was
/// meant, not what came of it.
public sealed interface Description {
    String bucket();

    String key();

    /// An object, all of it.
    ///
    /// @param etag without quotes
    /// @param version that it is to have if the bucket has versions
    record OfObject(
            String bucket,
            String key,
            VersionId version,
            String etag,
            Instant lastModified,
            Attributes attributes,
            Optional<Checksum> checksum,
            Encryption encryption,
            Marks marks)
            implements Description {

        /// One that nothing special was asked for.
        public OfObject(
                String bucket,
                String key,
                String etag,
                Instant lastModified,
                Attributes attributes,
                Optional<Checksum> checksum) {
            this(
                    bucket,
                    key,
                    VersionId.random(),
                    etag,
                    lastModified,
                    attributes,
                    checksum,
                    Encryption.NONE,
                    Marks.NONE);
        }
    }

    /// A part of a multipart upload, or of the object that it became.
    ///
    /// @param etag MD5 in hex
    record OfPart(
            String bucket,
            String key,
            UUID upload,
            int number,
            String etag,
            Instant lastModified,
            Optional<Checksum> checksum)
            implements Description {}
}
