package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.keys.NamespaceKeys;
import io.dure.engines.objects.keys.NumberedKey;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A store of bodies, and what is in it.
public final class TestingBodies {
    public static final Namespace NAMESPACE = new Namespace(new UUID(0, 1));
    public static final String BUCKET = "bucket";
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    private final Bodies bodies;
    private final Map<StoredBody, OfObject> written = new ConcurrentHashMap<>();

    public TestingBodies(Path folder, NamespaceKeys keys) throws IOException {
        this.bodies = new Bodies(folder, keys, 0, 0);
    }

    public TestingBodies(BodyStore store, NamespaceKeys keys) throws IOException {
        this.bodies = new Bodies(store, keys, 0, 0);
    }

    /// Bodies in the clear.
    public static TestingBodies clear(Path folder) throws IOException {
        return new TestingBodies(folder, NamespaceKeys.none());
    }

    /// Bodies under a key that is the same each time.
    public static TestingBodies sealed(Path folder) throws IOException {
        return new TestingBodies(folder, new FixedKeys());
    }

    /// The same keys each time.
    public static NamespaceKeys keys() {
        return new FixedKeys();
    }

    private static final class FixedKeys implements NamespaceKeys {
        private final SecretKey key = new SecretKeySpec(bytes(7, 32), "HmacSHA256");

        @Override
        public Optional<NumberedKey> current(Namespace namespace) {
            return Optional.of(require(namespace));
        }

        @Override
        public NumberedKey require(Namespace namespace) {
            return new NumberedKey(1, key);
        }

        @Override
        public Optional<SecretKey> find(Namespace namespace, int number) {
            return number == 1 ? Optional.of(key) : Optional.empty();
        }
    }

    public VolumeStore volume() {
        return (VolumeStore) bodies.store();
    }

    public Bodies bodies() {
        return bodies;
    }

    public static byte[] bytes(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /// A description with a key that no other has.
    public static OfObject description() {
        return new OfObject(
                BUCKET,
                UUID.randomUUID().toString(),
                "etag",
                NOW,
                Attributes.NONE,
                Optional.empty());
    }

    public StoredBody write(byte[] bytes) throws IOException {
        return write(bytes, Optional.empty());
    }

    public StoredBody write(byte[] bytes, Optional<CustomerKey> customer) throws IOException {
        try (var writer = bodies.create(NAMESPACE, Encryption.NONE, customer)) {
            writer.write(bytes, 0, bytes.length);
            var description = description();
            var body = writer.finish(description);
            written.put(body, description);
            return writer.commit(() -> body);
        }
    }

    public byte[] read(StoredBody body) throws IOException {
        return read(List.of(body), ByteRange.whole(body.size()), Optional.empty());
    }

    /// An object's bytes, all of them.
    static byte[] read(Bodies bodies, StoredObject object) throws IOException {
        return read(bodies, object.contents(), ByteRange.whole(object.size()), Optional.empty());
    }

    public byte[] read(List<StoredBody> parts, ByteRange range, Optional<CustomerKey> customer)
            throws IOException {
        return read(bodies, parts, range, customer);
    }

    private static byte[] read(
            Bodies bodies, List<StoredBody> parts, ByteRange range, Optional<CustomerKey> customer)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try (var reader = bodies.open(parts, customer).orElseThrow()) {
            reader.read(
                    range,
                    piece -> {
                        while (piece.hasRemaining()) {
                            out.write(piece.get());
                        }
                    });
        }
        return out.toByteArray();
    }

    public boolean isThere(StoredBody body) throws IOException {
        var opened = bodies.open(List.of(body));
        if (opened.isPresent()) {
            opened.get().close();
        }
        return opened.isPresent();
    }

    private OfObject description(StoredBody body) {
        return Objects.requireNonNull(written.get(body), "it was written elsewhere");
    }

    /// Has the metadata name a body that was written here.
    public void name(Metadata metadata, StoredBody body) {
        if (metadata.buckets(NAMESPACE).isEmpty()) {
            metadata.createBucket(NAMESPACE, new Bucket(BUCKET, NOW));
        }
        metadata.put(
                NAMESPACE,
                BUCKET,
                StoredObject.of(description(body), body),
                new Precondition.None());
    }

    /// What the metadata name for a body that was written here.
    public StoredBody named(Metadata metadata, StoredBody body) {
        return metadata.object(NAMESPACE, BUCKET, description(body).key())
                .orElseThrow()
                .bodies()
                .getFirst();
    }
}
