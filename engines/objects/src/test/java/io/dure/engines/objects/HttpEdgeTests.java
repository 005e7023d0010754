package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is not even HTTP, or could be read in two ways: refused as S3 words it, and the connection
/// ends.
class HttpEdgeTests {
    private static S3ServerFixture server;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\nHost: x\n\n",
                "nonsense\r\n\r\n",
                "GET\u0000/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX : space\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n folded\r\n\r\n"
            })
    void whatIsNoHttpIsRefusedInXml(String request) throws IOException {
        assertRefused(send(request));
    }

    /// RFC 9112 §6.3: each could hide a second request from a proxy, or show it one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5, 6",
                "Content-Length: +5",
                "Content-Length: -1",
                "Content-Length: 5x",
                "Transfer-Encoding: gzip",
                "Transfer-Encoding: chunked, gzip",
                "Transfer-Encoding: xchunked"
            })
    void aBodyThatCouldEndInTwoPlacesIsRefused(String headers) throws IOException {
        var answer =
                send(
                        "PUT /bucket/k HTTP/1.1\r\nHost: x\r\n"
                                + headers
                                + "\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
        assertThat(answer).matches("(?s)HTTP/1.1 (400|501) .*").contains("<Error>");
    }

    @Test
    void tracingIsNotAllowed() throws IOException {
        assertThat(send("TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("message/http");
    }

    private static void assertRefused(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: application/xml")
                .contains("<Code>InvalidRequest</Code>")
                .contains("x-amz-id-2: ")
                .contains("<HostId>");
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
