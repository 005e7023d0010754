package io.dure.engines.objects.metadata;

import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import java.time.Instant;
import java.util.Optional;

/// What a listing of versions tells of one.
///
/// @param isLatest whether it is the current one
/// @param isMarker whether it says only that the object is deleted
/// @param etag without quotes; empty for a marker
/// @param noncurrentSince when another took its place; empty for the current one
public record ListedVersion(
        String key,
        VersionId version,
        boolean isLatest,
        boolean isMarker,
        long size,
        String etag,
        Instant lastModified,
        Optional<ChosenChecksum> checksum,
        ObjectTags tags,
        Optional<Instant> noncurrentSince) {}
