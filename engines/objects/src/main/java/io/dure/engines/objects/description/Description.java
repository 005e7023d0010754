package io.dure.engines.objects.description;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What a body's bytes are; or, of a note, which is a body without bytes, what no object's bytes
/// say. It is written before the metadata know the body, so it says what was meant, not what came
/// of it.
public sealed interface Description {
    /// Empty if it is about no bucket.
    String bucket();

    /// Empty if it is about no object.
    String key();

    /// An object, all of it.
    ///
    /// @param etag without quotes
    /// @param version that it is to have: the null version unless its bucket has versions
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

        public OfObject withVersion(VersionId other) {
            return new OfObject(
                    bucket,
                    key,
                    other,
                    etag,
                    lastModified,
                    attributes,
                    checksum,
                    encryption,
                    marks);
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

    /// A note: of which parts a multipart object is made.
    ///
    /// @param version that it is to have: the null version unless its bucket has versions
    /// @param etag without quotes
    record OfManifest(
            String bucket,
            String key,
            VersionId version,
            UUID upload,
            String etag,
            Instant lastModified,
            Attributes attributes,
            Optional<Checksum> checksum,
            Encryption encryption,
            Marks marks,
            List<ListedPart> parts)
            implements Description {
        public OfManifest {
            parts = List.copyOf(parts);
        }
    }

    /// A part as a manifest names it: not by its place, which changes.
    ///
    /// @param etag MD5 in hex
    /// @param checksum its value, of the algorithm that the object's checksum has
    record ListedPart(int number, long size, String etag, Optional<String> checksum) {}

    /// A note: that an object is deleted, of which a bucket with versions keeps what there was.
    record OfMarker(String bucket, String key, VersionId version, Instant lastModified)
            implements Description {}

    /// A note: what a version's marks are since they were changed, all of them.
    ///
    /// @param at when they were changed
    record OfMarks(String bucket, String key, VersionId version, Marks marks, Instant at)
            implements Description {}

    /// A note: a bucket, and how it is configured.
    ///
    /// @param more what else whoever remembers it keeps of it
    record OfBucket(ConfiguredBucket configured, Map<String, String> more) implements Description {
        public OfBucket {
            more = Map.copyOf(more);
        }

        @Override
        public String bucket() {
            return configured.bucket().name();
        }

        @Override
        public String key() {
            return "";
        }

        public Map<BucketDocument, String> documents() {
            return configured.documents();
        }
    }

    /// A note: whose namespace it is.
    ///
    /// @param text as whoever knows that words it
    record OfNamespace(String text) implements Description {
        @Override
        public String bucket() {
            return "";
        }

        @Override
        public String key() {
            return "";
        }
    }
}
