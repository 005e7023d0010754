package io.dure.engines.objects;

import io.dure.engines.objects.bodies.BodiesOnDisk;
import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.remote.RemoteStore;
import io.dure.engines.objects.bodies.remote.TestingBucket;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Where servers of tests keep their bodies.
final class TestingStores {
    private static final boolean REMOTE =
            System.getProperty("dure.testing.bodies", "").equals("remote");

    private static final Map<BodyStore, TestingBucket> BUCKETS = new ConcurrentHashMap<>();

    private TestingStores() {}

    /// One service for all tests, which ends with them.
    private static final class Service {
        private static final S3ServerFixture SERVER = S3ServerFixture.forOthers();
    }

    /// @param folder for them, if they are kept in one
    static BodyStore in(Path folder) {
        if (!REMOTE) {
            return volume(folder);
        }
        var server = Service.SERVER;
        var bucket =
                new TestingBucket(server.endpoint(), server.key().id(), S3ServerFixture.SECRET);
        var store = new RemoteStore(bucket.client());
        BUCKETS.put(store, bucket);
        return store;
    }

    static BodyStore volume(Path folder) {
        try {
            return new VolumeStore(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many bodies there are.
    static long count(BodyStore store, Path folder) throws IOException {
        return store instanceof RemoteStore
                ? Objects.requireNonNull(BUCKETS.get(store)).bodies()
                : BodiesOnDisk.count(folder);
    }
}
