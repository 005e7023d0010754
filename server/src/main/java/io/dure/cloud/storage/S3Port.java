package io.dure.cloud.storage;

import io.dure.engines.objects.S3Server;
import io.dure.engines.objects.S3Settings;
import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.events.ObjectEvents;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.usage.UsageMeter;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// The S3 port, open while the server serves.
@Component
public class S3Port implements SmartLifecycle {
    private final StorageSettings settings;
    private final Metadata metadata;
    private final Bodies bodies;
    private final Credentials credentials;
    private final ObjectEvents events;
    private final InstantSource clock;
    private final UsageMeter meter;
    private final Patience patience;
    private final HttpConfiguration.Customizer proxies;
    private final Optional<S3Tls> tls;
    private volatile @Nullable S3Server server;

    /// @param bundle the name of the certificate that HTTP and S3 share; empty for plain HTTP
    S3Port(
            StorageSettings settings,
            Metadata metadata,
            Bodies bodies,
            Credentials credentials,
            ObjectEvents events,
            InstantSource clock,
            ObjectProvider<UsageMeter> meter,
            Patience patience,
            HttpConfiguration.Customizer proxies,
            SslBundles bundles,
            @Value("${server.ssl.bundle:}") String bundle) {
        this.settings = settings;
        this.metadata = metadata;
        this.bodies = bodies;
        this.credentials = credentials;
        this.events = events;
        this.clock = clock;
        this.meter = meter.getIfAvailable(UsageMeter::none);
        this.patience = patience;
        this.proxies = proxies;
        this.tls = bundle.isEmpty() ? Optional.empty() : Optional.of(new S3Tls(bundles, bundle));
    }

    @Override
    public void start() {
        var s3 =
                new S3Settings(
                        settings.address(),
                        settings.port(),
                        settings.region(),
                        settings.domains(),
                        tls.map(S3Tls::factory),
                        patience,
                        proxies);
        server = new S3Server(s3, metadata, bodies, credentials, events, clock, meter).start();
    }

    @Override
    public void stop() {
        var running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(BucketChanged event) {
        var running = server;
        if (running != null) {
            running.forget(new Namespace(event.tenant().value()), event.name());
        }
    }

    /// The port it listens on.
    ///
    /// @throws IllegalStateException while it does not
    public int port() {
        var running = server;
        if (running == null) {
            throw new IllegalStateException("the S3 port is closed");
        }
        return running.port();
    }

    /// What clients connect to.
    public URI endpoint() {
        return settings.publicEndpoint()
                .orElseGet(() -> {
                    var listen = settings.address();
                    var host =
                            listen.equals("0.0.0.0") || listen.equals("127.0.0.1")
                                    ? "localhost"
                                    : listen;
                    return URI.create(
                            (tls.isPresent() ? "https" : "http") + "://" + host + ":" + port());
                });
    }

    /// The region that clients name.
    public String region() {
        return settings.region();
    }
}
