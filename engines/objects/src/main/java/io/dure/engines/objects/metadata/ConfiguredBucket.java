package io.dure.engines.objects.metadata;

import java.util.Map;
import java.util.Optional;

/// A bucket with all that it is configured by.
///
/// @param documents as they were put
public record ConfiguredBucket(Bucket bucket, Map<BucketDocument, String> documents) {
    public ConfiguredBucket {
        documents = Map.copyOf(documents);
    }

    public Optional<String> document(BucketDocument kind) {
        return Optional.ofNullable(documents.get(kind));
    }
}
