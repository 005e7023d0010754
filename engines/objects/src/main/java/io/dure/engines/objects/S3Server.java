package io.dure.engines.objects;

import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.edge.PatientBodies;
import io.dure.engines.objects.events.ObjectEvents;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.s3.JettyErrors;
import io.dure.engines.objects.s3.S3Handler;
import io.dure.engines.objects.s3.VerbatimTargets;
import io.dure.engines.objects.usage.UsageMeter;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// S3 on a port of its own.
public final class S3Server implements AutoCloseable {
    /// Line and headers together: a key of 1,024 bytes, percent-encoded, twice, and 2 KiB of
    /// metadata.
    private static final int LARGEST_HEADERS_BYTES = 16 * 1024;

    /// Requests under way may end within this time when the server stops.
    private static final Duration GRACE = Duration.ofSeconds(10);

    /// Writes of 256 KiB each go out whole.
    private static final int OUTPUT_BUFFER_BYTES = 32 * 1024;

    private static final int WAITING_CONNECTIONS = 1024;

    private final Server server;
    private final ServerConnector connector;
    private final S3Handler handler;

    public S3Server(
            S3Settings settings,
            Metadata metadata,
            Bodies bodies,
            Credentials credentials,
            ObjectEvents events,
            InstantSource clock,
            UsageMeter meter) {
        this.server = new Server(threads());
        this.connector = connector(settings);
        server.addConnector(connector);
        server.setStopTimeout(GRACE.toMillis());
        var patient = new PatientBodies(settings.patience());
        this.handler =
                new S3Handler(
                        metadata,
                        bodies,
                        credentials,
                        events,
                        clock,
                        settings.region(),
                        settings.domains(),
                        meter);
        patient.setHandler(handler);
        server.setHandler(new GracefulHandler(patient));
        server.setErrorHandler(new JettyErrors());
    }

    private static QueuedThreadPool threads() {
        var threads = new QueuedThreadPool();
        threads.setName("s3");
        threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("s3-"));
        return threads;
    }

    private ServerConnector connector(S3Settings settings) {
        var http = new VerbatimTargets(http(settings), settings.patience());
        var factories =
                settings.tls()
                        .map(tls ->
                                new ConnectionFactory[] {
                                    new SslConnectionFactory(tls, http.getProtocol()), http
                                })
                        .orElseGet(() -> new ConnectionFactory[] {http});
        var made = new ServerConnector(server, factories);
        made.setHost(settings.address());
        made.setPort(settings.port());
        made.setIdleTimeout(settings.patience().idle().toMillis());
        made.setAcceptQueueSize(WAITING_CONNECTIONS);
        return made;
    }

    private static HttpConfiguration http(S3Settings settings) {
        var http = new HttpConfiguration();
        // Keys such as `..` and `a//b` are legal: paths are read by the handler, and never as
        // paths.
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(LARGEST_HEADERS_BYTES);
        http.setOutputBufferSize(OUTPUT_BUFFER_BYTES);
        // A cached spelling of a header would not be the one that was signed; nor is there much to
        // find in the cache, for signatures differ each time.
        http.setHeaderCacheCaseSensitive(true);
        http.setHeaderCacheSize(0);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.addCustomizer(new SecureRequestCustomizer(false));
        http.addCustomizer(settings.proxies());
        return http;
    }

    /// Listens from now on.
    ///
    /// @throws IllegalStateException if the port cannot be had
    public S3Server start() {
        try {
            server.start();
            return this;
        } catch (Exception e) {
            throw new IllegalStateException("The S3 port cannot be served: " + e.getMessage(), e);
        }
    }

    /// Forgets how a bucket is configured, which is remembered for a few seconds, for it was
    /// changed by other means than a request.
    public void forget(Namespace namespace, String bucket) {
        handler.forget(namespace, bucket);
    }

    /// The port it listens on.
    public int port() {
        return connector.getLocalPort();
    }

    /// Stops listening, and lets requests under way end for a while.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 port did not close: " + e.getMessage(), e);
        }
    }
}
