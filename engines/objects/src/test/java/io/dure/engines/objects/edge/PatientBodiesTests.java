package io.dure.engines.objects.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests of which the server is the slow side, and answers that come before the body is there.
class PatientBodiesTests {
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Patience LITTLE =
            new Patience(
                    IDLE,
                    Duration.ofMillis(500),
                    Duration.ofSeconds(10),
                    1024,
                    Duration.ofSeconds(4));
    private static final int BODY_BYTES = 8 << 20;
    private static final byte[] PIECE = new byte[1 << 16];

    private static Server server;
    private static int port;

    @BeforeAll
    static void start() throws Exception {
        server = new Server();
        var connector =
                new ServerConnector(server, new PatientHttp(new HttpConfiguration(), LITTLE));
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        server.setHandler(new PatientBodies(LITTLE));
        ((Handler.Singleton) server.getHandler()).setHandler(new Slow());
        server.start();
        port = connector.getLocalPort();
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    /// Does what the path says.
    private static final class Slow extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            switch (Request.getPathInContext(request)) {
                case "/works-before" -> {
                    work();
                    answer(response, callback, read(request));
                }
                case "/works-after" -> {
                    var read = read(request);
                    work();
                    answer(response, callback, read);
                }
                case "/refuses" -> Response.writeError(request, response, callback, 403);
                case "/answers-early" -> answer(response, callback, 0);
                default -> callback.succeeded();
            }
            return true;
        }

        private static void work() throws InterruptedException {
            Thread.sleep(IDLE.multipliedBy(3));
        }

        private static long read(Request request) throws IOException {
            try (var body = Content.Source.asInputStream(request)) {
                return body.transferTo(OutputStream.nullOutputStream());
            }
        }

        private static void answer(Response response, Callback callback, long read) {
            var text = String.valueOf(read).getBytes(StandardCharsets.US_ASCII);
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.length);
            response.write(true, ByteBuffer.wrap(text), callback);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/works-before", "/works-after"})
    void aServerThatTakesItsTimeEndsNobody(String path) throws Exception {
        try (var socket = connect()) {
            send(socket, "POST " + path, BODY_BYTES);

            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 200")
                    .endsWith(String.valueOf(BODY_BYTES));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refuses", "/answers-early", "/says-nothing"})
    void anAnswerThatComesBeforeTheBodyIsHeard(String path) throws Exception {
        for (var time = 0; time < 20; time++) {
            try (var socket = connect()) {
                send(socket, "POST " + path, BODY_BYTES);

                assertThat(answer(socket))
                        .startsWith(path.equals("/refuses") ? "HTTP/1.1 403" : "HTTP/1.1 200");
            }
        }
    }

    @Test
    void aConnectionServesOnAfterABodyNobodyRead() throws Exception {
        try (var socket = connect()) {
            send(socket, "POST /answers-early", BODY_BYTES);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200");

            send(socket, "POST /works-after", 3);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("3");
        }
    }

    @Test
    void whoSendsNoContentMayNotStay() throws Exception {
        try (var socket = connect()) {
            write(
                    socket,
                    "POST /refuses HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;");
            assertThat(answer(socket)).startsWith("HTTP/1.1 403");
            var end = System.nanoTime() + LITTLE.linger().multipliedBy(3).toNanos();

            while (isOpen(socket)) {
                assertThat(System.nanoTime()).isLessThan(end);
                Thread.sleep(IDLE.dividedBy(4));
            }
        }
    }

    /// Sends a letter of a chunk's extension.
    private static boolean isOpen(Socket socket) {
        try {
            write(socket, "x");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void nobodyWaitsForABodyThatWasNotAskedFor() throws Exception {
        try (var socket = connect()) {
            write(
                    socket,
                    "POST /refuses HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n");

            assertThat(answer(socket)).startsWith("HTTP/1.1 403");
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private static Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, String line, int length) throws IOException {
        write(socket, line + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\n");
        for (var sent = 0; sent < length; sent += PIECE.length) {
            socket.getOutputStream().write(PIECE, 0, Math.min(PIECE.length, length - sent));
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// One answer with a Content-Length.
    private static String answer(Socket socket) throws IOException {
        var text = new StringBuilder();
        var in = socket.getInputStream();
        while (text.indexOf("\r\n\r\n") < 0) {
            var octet = in.read();
            assertThat(octet).as("the server hung up after: " + text).isNotNegative();
            text.append((char) octet);
        }
        var length =
                text.toString()
                        .lines()
                        .filter(line -> line.startsWith("Content-Length: "))
                        .mapToInt(line -> Integer.parseInt(line.substring(16)))
                        .sum();
        return text + new String(in.readNBytes(length), StandardCharsets.US_ASCII);
    }
}
