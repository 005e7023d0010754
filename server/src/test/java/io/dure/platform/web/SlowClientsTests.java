package io.dure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.edge.Patience;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/// Clients that take their time, on an HTTP port with little patience and a few routes.
class SlowClientsTests {
    private static final Patience LITTLE =
            new Patience(
                    Duration.ofMillis(2_000),
                    Duration.ofMillis(1_000),
                    Duration.ofMillis(1_000),
                    1024,
                    Duration.ofMillis(500));

    /// Often enough that the connection is never idle.
    private static final Duration BETWEEN_BYTES = Duration.ofMillis(100);

    private static final Duration MOST = Duration.ofSeconds(20);
    private static final AtomicInteger TAKEN = new AtomicInteger();

    private static WebServer server;

    @RestController
    @EnableWebMvc
    static class Routes {
        @PostMapping("/bytes")
        int bytes(HttpServletRequest request) throws IOException {
            var bytes = request.getInputStream().readAllBytes().length;
            TAKEN.incrementAndGet();
            return bytes;
        }

        @PostMapping("/json")
        Map<String, String> json(@RequestBody Map<String, String> body) {
            TAKEN.incrementAndGet();
            return body;
        }

        @PostMapping("/form")
        int form(HttpServletRequest request) {
            var parameters = request.getParameterMap().size();
            TAKEN.incrementAndGet();
            return parameters;
        }
    }

    @BeforeAll
    static void start() {
        var context = new AnnotationConfigWebApplicationContext();
        context.scan("io.dure.platform.problem.web");
        context.register(Routes.class);
        var factory = new JettyServletWebServerFactory(0);
        new HttpEdge(LITTLE, "").customize(factory);
        server =
                factory.getWebServer(servlets ->
                        servlets.addServlet("routes", new DispatcherServlet(context))
                                .addMapping("/"));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @BeforeEach
    void nothingIsTaken() {
        TAKEN.set(0);
    }

    @Test
    void headersThatTrickleAreEnded() throws Exception {
        assertTimedOut(send("GET / HTTP/1.1\r\nHost: x\r\n", "X: " + "y".repeat(1000)));
    }

    @Test
    void headersThatStopAreEnded() throws Exception {
        assertTimedOut(send("GET / HTTP/1.1\r\nHost: x\r\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes application/octet-stream", "json application/json"})
    void aBodyThatTricklesIsNotTaken(String route) throws Exception {
        assertTimedOut(send(post(route, "Content-Length: 1000"), "{\"a\":\"" + "y".repeat(1000)));
        assertThat(TAKEN).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes application/octet-stream", "json application/json"})
    void aBodyThatStopsIsNotTaken(String route) throws Exception {
        assertTimedOut(send(post(route, "Content-Length: 1000"), ""));
        assertThat(TAKEN).hasValue(0);
    }

    @Test
    void whatFramesABodyMayNotTrickleEither() throws Exception {
        var request = post("bytes application/octet-stream", "Transfer-Encoding: chunked");

        assertTimedOut(send(request, "3e8;" + "y".repeat(1000)));
        assertThat(TAKEN).hasValue(0);
    }

    @Test
    void aFormThatTricklesIsNotTaken() throws Exception {
        var request = post("form application/x-www-form-urlencoded", "Content-Length: 1000");

        assertThat(send(request, "y".repeat(1000))).startsWith("HTTP/1.1 4");
        assertThat(TAKEN).hasValue(0);
    }

    @Test
    void aSlowBodyThatIsFastEnoughIsTaken() throws Exception {
        assertThat(send(post("bytes application/octet-stream", "Content-Length: 5"), "hello"))
                .startsWith("HTTP/1.1 200");
        assertThat(TAKEN).hasValue(1);
    }

    private static String post(String route, String header) {
        var words = route.split(" ", -1);
        return "POST /%s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\n%s\r\nConnection: close\r\n\r\n"
                .formatted(words[0], words[1], header);
    }

    private static void assertTimedOut(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 408")
                .contains("application/problem+json")
                .containsIgnoringCase("Connection: close");
    }

    /// Sends the second text a byte at a time.
    ///
    /// @return what the server said before it closed the connection
    private static String send(String atOnce, String slowly) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout((int) MOST.toMillis());
            socket.getOutputStream().write(atOnce.getBytes(StandardCharsets.ISO_8859_1));
            for (var octet : slowly.getBytes(StandardCharsets.ISO_8859_1)) {
                if (socket.getInputStream().available() > 0) {
                    break;
                }
                socket.getOutputStream().write(octet);
                Thread.sleep(BETWEEN_BYTES);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
