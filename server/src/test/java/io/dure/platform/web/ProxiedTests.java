package io.dure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Whom a server behind proxies takes a client for; the test itself connects from 127.0.0.1.
class ProxiedTests {
    /// What the proxies are, what they forward, and who it is.
    static Stream<Arguments> requests() {
        return Stream.of(
                // no proxy said anything
                Arguments.of("true", "", "http 127.0.0.1 dure"),
                // the last hop is the one proxy's own word; the rest came from the client
                Arguments.of("true", "X-Forwarded-For: 203.0.113.9", "http 203.0.113.9 dure"),
                Arguments.of(
                        "true",
                        "X-Forwarded-For: 198.51.100.1, 203.0.113.9",
                        "http 203.0.113.9 dure"),
                Arguments.of(
                        "true",
                        "X-Forwarded-For: 198.51.100.1\r\nX-Forwarded-For: 203.0.113.9",
                        "http 203.0.113.9 dure"),
                Arguments.of("true", "X-Forwarded-For: 198.51.100.1, junk", "http 127.0.0.1 dure"),
                // known proxies are walked past, from the right
                Arguments.of(
                        "127.0.0.1,10.0.0.0/8",
                        "X-Forwarded-For: 198.51.100.1, 203.0.113.9, 10.1.2.3",
                        "http 203.0.113.9 dure"),
                Arguments.of(
                        "127.0.0.1,10.0.0.0/8",
                        "X-Forwarded-For: 10.9.9.9, 10.1.2.3",
                        "http 10.9.9.9 dure"),
                // who is no proxy is not believed
                Arguments.of(
                        "192.0.2.1",
                        "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-Proto: https",
                        "http 127.0.0.1 dure"),
                Arguments.of("true", "X-Forwarded-Proto: https", "https 127.0.0.1 dure"),
                Arguments.of("true", "X-Forwarded-Proto: https, http", "http 127.0.0.1 dure"),
                // what a proxy passes on unseen
                Arguments.of(
                        "true",
                        "Forwarded: for=198.51.100.1;host=evil;proto=https\r\nX-Forwarded-Host: evil",
                        "http 127.0.0.1 dure"));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theClientIsWhomTheLastHopNamed(String proxies, String headers, String seen)
            throws Exception {
        assertSeen(new BehindProxy(Proxies.parse(proxies)), headers, seen);
    }

    @ParameterizedTest
    @CsvSource({
        "'',127.0.0.1",
        "true,127.0.0.1",
        "192.0.2.1,127.0.0.1",
        "'127.0.0.1,10.0.0.0/8',203.0.113.9"
    })
    void otherPortsBelieveProxiesAtKnownAddresses(String proxies, String client) throws Exception {
        assertSeen(
                new ProxyConfiguration().knownProxies(proxies),
                "X-Forwarded-For: 203.0.113.9",
                "http " + client + " dure");
    }

    private static void assertSeen(
            HttpConfiguration.Customizer proxies, String headers, String seen) throws Exception {
        var server = serve(proxies);
        try {
            assertThat(ask(server, headers)).endsWith("\r\n\r\n" + seen);
        } finally {
            server.stop();
        }
    }

    private static Server serve(HttpConfiguration.Customizer proxies) throws Exception {
        var http = new HttpConfiguration();
        http.addCustomizer(proxies);
        var server = new Server();
        var connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new WhoAmI());
        server.start();
        return server;
    }

    private static final class WhoAmI extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var seen =
                    request.getHttpURI().getScheme()
                            + " "
                            + Request.getRemoteAddr(request)
                            + " "
                            + Request.getServerName(request);
            assertThat(request.isSecure()).isEqualTo(seen.startsWith("https"));
            response.write(true, StandardCharsets.UTF_8.encode(seen), callback);
            return true;
        }
    }

    private static String ask(Server server, String headers) throws IOException {
        try (var socket =
                new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getURI().getPort())) {
            var request =
                    "GET / HTTP/1.1\r\nHost: dure\r\n"
                            + headers
                            + (headers.isEmpty() ? "" : "\r\n")
                            + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
