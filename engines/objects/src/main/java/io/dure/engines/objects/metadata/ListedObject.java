package io.dure.engines.objects.metadata;

import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import java.time.Instant;
import java.util.Optional;

/// What a listing tells of an object.
///
/// @param etag without quotes
public record ListedObject(
        String key,
        long size,
        String etag,
        Instant lastModified,
        Optional<ChosenChecksum> checksum) {}
