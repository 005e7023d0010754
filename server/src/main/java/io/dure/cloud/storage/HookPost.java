package io.dure.cloud.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Posts to a URL that somebody else chose. HTTP by hand, for a client of the JDK looks the name up
/// itself: the address that was checked must be the one that is connected to. Of the answer it
/// reads the status line; it follows no redirect, keeps no connection and believes no proxy.
///
/// Names are looked up on threads of their own, and not waited for as long as a lookup may take:
/// somebody else's name server would hold a thread that many virtual ones share.
final class HookPost implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /// For all of it, whatever the other side does.
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int LONGEST_STATUS_LINE = 1_024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");

    private static final int MOST_LOOKUPS = 64;

    private final boolean anyAddress;
    private final Lookup lookup;
    private final ExecutorService lookups =
            Executors.newFixedThreadPool(
                    MOST_LOOKUPS,
                    Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());

    /// Finds the addresses of a name.
    interface Lookup {
        InetAddress[] all(String name) throws IOException;
    }

    /// @param anyAddress whether addresses count that are not public
    HookPost(boolean anyAddress) {
        this(anyAddress, InetAddress::getAllByName);
    }

    HookPost(boolean anyAddress, Lookup lookup) {
        this.anyAddress = anyAddress;
        this.lookup = lookup;
    }

    /// @return the status
    /// @throws IOException if there was no answer of HTTP, or the address may not be asked
    int post(URI url, Map<String, String> headers, String body) throws IOException {
        var address = resolve(url.getHost());
        try (var socket = new Socket()) {
            var watch = Thread.startVirtualThread(() -> closeAfterDeadline(socket));
            try {
                return post(socket, address, url, headers, body);
            } finally {
                watch.interrupt();
            }
        }
    }

    private InetAddress resolve(String host) throws IOException {
        var found = lookups.submit(() -> PublicAddresses.resolve(host, anyAddress, lookup));
        try {
            return found.get(CONNECT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refusal) {
                throw new IOException(refusal.getMessage(), e);
            }
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            found.cancel(true);
            throw new IOException("The address of " + host + " was not found in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted before an address was found.");
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }

    private static void closeAfterDeadline(Socket socket) {
        try {
            Thread.sleep(DEADLINE);
            socket.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It is closed as far as it can be.
        }
    }

    private static int post(
            Socket socket, InetAddress address, URI url, Map<String, String> headers, String body)
            throws IOException {
        var isTls = url.getScheme().equals("https");
        var port = url.getPort() >= 0 ? url.getPort() : isTls ? 443 : 80;
        socket.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
        socket.setSoTimeout((int) DEADLINE.toMillis());
        var connection = isTls ? tls(socket, url.getHost(), port) : socket;
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var out = connection.getOutputStream();
        out.write(head(url, headers, bytes.length).getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
        return status(connection.getInputStream());
    }

    /// The certificate must be that of the name, whatever the address.
    private static Socket tls(Socket socket, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var secured = (SSLSocket) factory.createSocket(socket, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        var path = Optional.ofNullable(url.getRawPath()).filter(text -> !text.isEmpty());
        var query = Optional.ofNullable(url.getRawQuery()).map(text -> "?" + text).orElse("");
        var head = new StringBuilder();
        head.append("POST ").append(path.orElse("/")).append(query).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(url.getRawAuthority()).append("\r\n");
        head.append("Content-Length: ").append(length).append("\r\n");
        head.append("Connection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int status(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (line.length() == LONGEST_STATUS_LINE) {
                throw new IOException("The answer is not HTTP.");
            }
            line.append((char) next);
        }
        var matcher = STATUS.matcher(line.toString().stripTrailing());
        if (!matcher.matches()) {
            throw new IOException("The answer is not HTTP.");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
