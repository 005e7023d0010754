package io.dure.engines.objects.notes;

import static io.dure.engines.objects.bodies.TestingBodies.BUCKET;
import static io.dure.engines.objects.bodies.TestingBodies.NAMESPACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.Survey;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfMarker;
import io.dure.engines.objects.description.Description.OfMarks;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.Encryption;
import io.dure.engines.objects.metadata.ForwardingMetadata;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.Marks.Change;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.Part;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is noted of changes that are one transaction with what follows from them.
class NotedMetadataTests {
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    @TempDir Path folder;
    private final Transactions transactions = new Transactions();
    private final List<String> written = new ArrayList<>();
    private TestingBodies bodies;
    private NotedMetadata metadata;

    /// Knows whether one is open.
    private static final class Transactions extends ForwardingMetadata {
        private volatile boolean isOpen;

        Transactions() {
            super(new InMemoryMetadata(Long.MAX_VALUE));
        }

        @Override
        public <T> T together(
                Namespace namespace,
                String bucket,
                Collection<String> keys,
                Function<Metadata, T> change,
                Consumer<T> then) {
            isOpen = true;
            try {
                return super.together(namespace, bucket, keys, change, then);
            } finally {
                isOpen = false;
            }
        }
    }

    @BeforeEach
    void open() throws IOException {
        bodies = new TestingBodies(watched(new VolumeStore(folder)), TestingBodies.keys());
        metadata =
                new NotedMetadata(
                        transactions,
                        bodies.bodies(),
                        new BucketNotes(bodies.bodies(), transactions),
                        InstantSource.system());
        metadata.createBucket(NAMESPACE, new Bucket(BUCKET, NOW));
        metadata.setVersioning(NAMESPACE, BUCKET, Versioning.ENABLED);
    }

    /// A store that says when it is used.
    private BodyStore watched(BodyStore store) {
        return (BodyStore)
                Proxy.newProxyInstance(
                        BodyStore.class.getClassLoader(),
                        new Class<?>[] {BodyStore.class},
                        (_, method, arguments) -> {
                            if (List.of("append", "create", "retract").contains(method.getName())) {
                                written.add(transactions.isOpen ? "within" : "outside");
                            }
                            try {
                                return method.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    private StoredObject put() throws IOException {
        bodies.name(metadata, bodies.write(TestingBodies.bytes(1, 10)));
        var key = metadata.list(NAMESPACE, BUCKET, all()).last();
        return metadata.object(NAMESPACE, BUCKET, key).orElseThrow();
    }

    private static Listing all() {
        return new Listing("", "", "", 1);
    }

    private <T> T together(String key, Function<Metadata, T> change, Consumer<T> then) {
        return metadata.together(NAMESPACE, BUCKET, List.of(key), change, then);
    }

    private List<Description> notes() throws IOException {
        var all = new ArrayList<Description>();
        new Survey(
                        bodies.bodies(),
                        new Survey.Listener() {
                            @Override
                            public void found(List<Survey.Found> some) {
                                some.forEach(found -> all.add(found.claim().description()));
                            }

                            @Override
                            public void untold(String place, Survey.Reason reason) {
                                throw new AssertionError(place + " is " + reason);
                            }
                        })
                .run();
        return all;
    }

    @Test
    void nothingIsWrittenToTheStoreWhileTheTransactionIsOpen() throws IOException {
        var object = put();
        var upload = UUID.randomUUID();
        metadata.createUpload(
                NAMESPACE,
                BUCKET,
                new Upload(
                        upload,
                        "large",
                        Attributes.NONE,
                        Optional.empty(),
                        Encryption.NONE,
                        Marks.NONE,
                        NOW));
        var part = new Part(1, "e", NOW, Optional.empty(), bodies.write(new byte[3]));
        metadata.putPart(NAMESPACE, BUCKET, "large", upload, part);
        written.clear();

        together(
                object.key(),
                changed ->
                        changed.mark(
                                NAMESPACE,
                                BUCKET,
                                object.key(),
                                Optional.empty(),
                                new Change.Tags(ObjectTags.parseHeader("a=b")),
                                false,
                                NOW),
                _ -> assertThat(transactions.isOpen).isTrue());
        together(
                object.key(),
                changed ->
                        changed.delete(
                                NAMESPACE, BUCKET, List.of(Deletion.of(object.key())), false, NOW),
                _ -> assertThat(transactions.isOpen).isTrue());
        together(
                "large",
                changed ->
                        changed.complete(
                                NAMESPACE,
                                BUCKET,
                                upload,
                                new StoredObject(
                                        "large",
                                        3,
                                        "e-1",
                                        NOW,
                                        Attributes.NONE,
                                        Optional.empty(),
                                        List.of(part.body())),
                                new Precondition.None()),
                _ -> assertThat(transactions.isOpen).isTrue());

        assertThat(written).hasSize(3).containsOnly("outside");
        assertThat(notes())
                .hasAtLeastOneElementOfType(OfMarks.class)
                .hasAtLeastOneElementOfType(OfMarker.class)
                .hasAtLeastOneElementOfType(OfManifest.class);
    }

    @Test
    void whatIsTakenBackLeavesNoNote() throws IOException {
        var object = put();

        assertThatThrownBy(() ->
                        together(
                                object.key(),
                                changed ->
                                        changed.delete(
                                                NAMESPACE,
                                                BUCKET,
                                                List.of(Deletion.of(object.key())),
                                                false,
                                                NOW),
                                _ -> {
                                    throw new S3Exception(S3Error.SERVICE_UNAVAILABLE);
                                }))
                .isInstanceOf(S3Exception.class);

        assertThat(notes()).doesNotHaveAnyElementsOfTypes(OfMarker.class);
        assertThat(bodies.isThere(object.bodies().getFirst())).isTrue();
    }

    @Test
    void oneChangeIsOneTransaction() throws IOException {
        var object = put();

        assertThatThrownBy(() ->
                        together(
                                object.key(),
                                changed -> {
                                    changed.put(
                                            NAMESPACE,
                                            BUCKET,
                                            object.withVersion(VersionId.random()),
                                            new Precondition.None());
                                    return changed.put(
                                            NAMESPACE,
                                            BUCKET,
                                            object.withVersion(VersionId.random()),
                                            new Precondition.None());
                                },
                                _ -> {}))
                .isInstanceOf(IllegalStateException.class);
    }
}
