package io.dure.engines.objects.client;

import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Connections to one service, kept for the next request.
final class HttpConnections implements AutoCloseable {
    /// Requests at a time, downloads that slow clients read among them.
    private static final int MOST_CONNECTIONS = 512;

    /// Requests that wait for a connection; more are refused at once.
    private static final int MOST_WAITING = 1024;

    /// What moves bytes only: whoever asked waits on a thread of their own.
    private static final int THREADS = 12;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final HttpClient client;

    HttpConnections(Limits limits) {
        var threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("store-client");
        threads.setDaemon(true);
        client = new HttpClient(new HttpClientTransportOverHTTP(1));
        client.setExecutor(threads);
        client.setConnectTimeout(limits.connect().toMillis());
        client.setIdleTimeout(limits.silence().toMillis());
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MOST_WAITING);
        client.setResponseBufferSize(BUFFER_BYTES);
        client.setRequestBufferSize(8 * 1024);
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
        client.getProtocolHandlers().clear();
        client.getContentDecoderFactories().clear();
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not stop", e);
        }
    }
}
