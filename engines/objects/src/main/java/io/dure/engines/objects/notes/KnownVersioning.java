package io.dure.engines.objects.notes;

import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Versioning;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/// Which buckets have versions, so that not every write asks for it. Changes by this process count
/// at once, those of others within seconds.
final class KnownVersioning {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    /// More than are in use at a time.
    private static final int MOST = 10_000;

    private final Metadata metadata;
    private final InstantSource clock;
    private final ConcurrentHashMap<Name, Known> known = new ConcurrentHashMap<>();

    KnownVersioning(Metadata metadata, InstantSource clock) {
        this.metadata = metadata;
        this.clock = clock;
    }

    private record Name(Namespace namespace, String bucket) {}

    private record Known(Versioning versioning, Instant until) {}

    /// To be asked in a turn of the bucket's, so that it is so until the turn ends.
    ///
    /// @throws io.dure.engines.objects.error.S3Exception NoSuchBucket
    Versioning of(Namespace namespace, String bucket) {
        var name = new Name(namespace, bucket);
        var now = clock.instant();
        var before = known.get(name);
        if (before != null && before.until().isAfter(now)) {
            return before.versioning();
        }
        var versioning = metadata.versioning(namespace, bucket);
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(name, new Known(versioning, now.plus(KNOWN_FOR)));
        return versioning;
    }

    void forget(Namespace namespace, String bucket) {
        known.remove(new Name(namespace, bucket));
    }
}
