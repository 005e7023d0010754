package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.edge.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Clients that take their time, on a server with little patience.
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

    private static S3ServerFixture server;
    private static AccessKey key;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture(LITTLE);
        key = server.key();
        try (var s3 = server.client(key)) {
            s3.createBucket(b -> b.bucket("bucket"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void headersThatTrickleAreEnded() throws Exception {
        assertTimedOut(send("GET / HTTP/1.1\r\nHost: x\r\n", "X: " + "y".repeat(1000)));
    }

    @Test
    void aRequestLineThatTricklesIsEnded() throws Exception {
        assertTimedOut(send("", "GET /" + "y".repeat(1000)));
    }

    @Test
    void headersThatStopAreEnded() throws Exception {
        assertTimedOut(send("GET / HTTP/1.1\r\nHost: x\r\n", ""));
    }

    @Test
    void aBodyThatTricklesIsNotStored() throws Exception {
        var request = put(Map.of("content-length", "1000"));

        assertTimedOut(send(request, "y".repeat(1000)));
        assertNothingIsStored();
    }

    @Test
    void aBodyThatStopsIsNotStored() throws Exception {
        assertTimedOut(send(put(Map.of("content-length", "1000")), ""));
        assertNothingIsStored();
    }

    @Test
    void aLineBetweenChunksThatTricklesIsEnded() throws Exception {
        var headers =
                Map.of(
                        "content-length", "2000",
                        "x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                        "x-amz-decoded-content-length", "1000");

        assertTimedOut(send(put(headers), "3e8;" + "y".repeat(1000)));
        assertNothingIsStored();
    }

    @Test
    void whatFramesABodyInHttpMayNotTrickleEither() throws Exception {
        var headers =
                Map.of(
                        "transfer-encoding", "chunked",
                        "x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                        "x-amz-decoded-content-length", "1000");

        assertTimedOut(send(put(headers), "3e8;" + "y".repeat(1000)));
        assertNothingIsStored();
    }

    @Test
    void whoWasToldToGoMayNotStay() throws Exception {
        try (var socket = connect()) {
            var end = System.nanoTime() + MOST.toNanos();

            trickle(socket, "GET / HTTP/1.1\r\nX: ");

            assertThat(System.nanoTime()).isLessThan(end);
        }
    }

    @Test
    void aSlowBodyThatIsFastEnoughIsStored() throws Exception {
        var request = put(Map.of("content-length", "5"));

        assertThat(send(request, "hello")).startsWith("HTTP/1.1 200");
        assertThat(server.bodies()).isEqualTo(1);
        assertThat(send(new SignedRequest("DELETE", "/bucket/k", "", Map.of()).by(key), ""))
                .startsWith("HTTP/1.1 204");
    }

    private static String put(Map<String, String> headers) {
        return new SignedRequest("PUT", "/bucket/k", "", headers).by(key);
    }

    private static void assertTimedOut(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("<Code>RequestTimeout</Code>")
                .containsIgnoringCase("Connection: close");
    }

    private static void assertNothingIsStored() {
        assertThat(server.bodies()).isZero();
    }

    /// Sends the second text a byte at a time.
    ///
    /// @return what the server said before it closed the connection
    private static String send(String atOnce, String slowly) throws Exception {
        try (var socket = connect()) {
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

    /// Sends bytes until the server does not take them any more.
    private static void trickle(Socket socket, String atOnce) throws Exception {
        try {
            socket.getOutputStream().write(atOnce.getBytes(StandardCharsets.ISO_8859_1));
            for (var sent = Duration.ZERO; sent.compareTo(MOST) < 0; ) {
                socket.getOutputStream().write('y');
                Thread.sleep(BETWEEN_BYTES);
                sent = sent.plus(BETWEEN_BYTES);
            }
        } catch (IOException e) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout((int) MOST.toMillis());
        return socket;
    }
}
