package io.dure.engines.objects.metadata;

import java.util.Map;

/// All that is to be noted of a bucket, as it was at one time.
///
/// @param more what else whoever remembers it keeps of it
/// @param change which tells whether the bucket was changed since
public record BucketState(ConfiguredBucket configured, Map<String, String> more, long change) {
    public BucketState {
        more = Map.copyOf(more);
    }
}
