package io.dure.engines.objects;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.access.HostedNamespace;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.TestingBodies;
import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.events.TestingEvents;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.RememberingMetadata;
import io.dure.engines.objects.notes.BucketNotes;
import io.dure.engines.objects.notes.NotedMetadata;
import io.dure.engines.objects.usage.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.HttpConfiguration;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// A real server on a free port, with its bodies in a folder of the build; or, with
/// `-Ddure.testing.bodies=remote`, in a bucket of another such server.
public final class S3ServerFixture implements AutoCloseable {
    private static final long REMEMBERED_BYTES = 1_000_000;

    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    static final long QUOTA_BYTES = 200L << 20;
    static final String DOMAIN = "s3.localhost";

    private final Map<String, AccessKey> keys = new ConcurrentHashMap<>();
    private final Map<String, HostedNamespace> names = new ConcurrentHashMap<>();
    private final BlockingQueue<Usage> usages = new LinkedBlockingQueue<>();
    private final TestingEvents events = new TestingEvents();
    private final Path folder;
    private final BodyStore store;
    private final S3Server server;

    public S3ServerFixture() {
        this(Patience.DEFAULT);
    }

    S3ServerFixture(Patience patience) {
        this(patience, newFolder());
    }

    /// @param folder for the bodies
    S3ServerFixture(Patience patience, Path folder) {
        this(patience, folder, new InMemoryMetadata(QUOTA_BYTES));
    }

    S3ServerFixture(Patience patience, Path folder, Metadata metadata) {
        this(patience, folder, metadata, (request, _) -> request);
    }

    /// @param proxies believes those in front
    S3ServerFixture(
            Patience patience,
            Path folder,
            Metadata metadata,
            HttpConfiguration.Customizer proxies) {
        this(patience, folder, TestingStores.in(folder), metadata, proxies);
    }

    /// A server that others keep their bodies in.
    static S3ServerFixture forOthers() {
        var folder = newFolder();
        return new S3ServerFixture(
                Patience.DEFAULT,
                folder,
                TestingStores.volume(folder),
                new InMemoryMetadata(Long.MAX_VALUE),
                (request, _) -> request);
    }

    private S3ServerFixture(
            Patience patience,
            Path folder,
            BodyStore store,
            Metadata metadata,
            HttpConfiguration.Customizer proxies) {
        this.folder = folder;
        this.store = store;
        try {
            var clock = InstantSource.system();
            var bodies = new Bodies(store, TestingBodies.keys(), 0, 0);
            server =
                    new S3Server(
                                    new S3Settings(
                                            "127.0.0.1",
                                            0,
                                            "us-east-1",
                                            List.of(DOMAIN),
                                            Optional.empty(),
                                            patience,
                                            proxies),
                                    new RememberingMetadata(
                                            new NotedMetadata(
                                                    metadata,
                                                    bodies,
                                                    new BucketNotes(bodies, metadata),
                                                    clock),
                                            REMEMBERED_BYTES),
                                    bodies,
                                    new Keys(),
                                    events,
                                    clock,
                                    usages::add)
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path newFolder() {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(Path.of("target", "bodies")), "s3");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The keys of this server.
    private final class Keys implements Credentials {
        @Override
        public Optional<AccessKey> find(String accessKeyId) {
            return Optional.ofNullable(keys.get(accessKeyId));
        }

        @Override
        public Optional<HostedNamespace> named(String label) {
            return Optional.ofNullable(names.get(label));
        }
    }

    /// Lets the first label of hosts below [#DOMAIN] name a namespace.
    public void name(String label, Namespace namespace) {
        names.put(label, new HostedNamespace(namespace, false));
    }

    /// Shuts the namespace of a label.
    void suspend(String label) {
        names.computeIfPresent(label, (_, open) -> new HostedNamespace(open.namespace(), true));
    }

    /// What webhooks were told.
    public TestingEvents events() {
        return events;
    }

    public int port() {
        return server.port();
    }

    public Path folder() {
        return folder;
    }

    /// How many bodies are kept.
    long bodies() {
        try {
            return TestingStores.count(store, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the next requests used that were answered and not yet asked for here, in order.
    List<Usage> usages(int count) throws InterruptedException {
        var next = new ArrayList<Usage>();
        while (next.size() < count) {
            next.add(Objects.requireNonNull(usages.poll(10, TimeUnit.SECONDS), "no more usage"));
        }
        return next;
    }

    /// Whether a request was counted that nobody asked for here.
    boolean hasUsage() {
        return !usages.isEmpty();
    }

    /// A key that may do everything in a namespace of its own.
    public AccessKey key() {
        return key(EnumSet.allOf(Right.class), Optional.empty(), new Namespace(UUID.randomUUID()));
    }

    AccessKey key(Set<Right> rights, Optional<Set<String>> buckets, Namespace namespace) {
        return add(
                new AccessKey(
                        "AK" + UUID.randomUUID().toString().substring(0, 8),
                        SECRET,
                        namespace,
                        "test",
                        rights,
                        buckets,
                        false));
    }

    AccessKey add(AccessKey key) {
        keys.put(key.id(), key);
        return key;
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public S3Client client(AccessKey key) {
        return builder(key)
                .overrideConfiguration(o -> o.addExecutionInterceptor(Refusals.RECORDER))
                .build();
    }

    /// Somebody without a signature, who names the namespace by this label.
    S3Client stranger(String label) {
        return S3Client.builder()
                .endpointOverride(URI.create("http://" + label + "." + DOMAIN + ":" + port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(proxy())
                .build();
    }

    S3ClientBuilder builder(AccessKey key) {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(credentials(key));
    }

    /// Reaches this server whatever the host's name, as if it were a proxy.
    SdkHttpClient proxied() {
        return proxy().build();
    }

    private Apache5HttpClient.Builder proxy() {
        return Apache5HttpClient.builder()
                .proxyConfiguration(ProxyConfiguration.builder().endpoint(endpoint()).build());
    }

    S3Presigner presigner(AccessKey key) {
        return S3Presigner.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .credentialsProvider(credentials(key))
                .build();
    }

    private static StaticCredentialsProvider credentials(AccessKey key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    @Override
    public void close() {
        server.close();
    }
}
