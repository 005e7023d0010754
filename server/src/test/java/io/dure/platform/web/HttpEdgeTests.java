package io.dure.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is not even HTTP, or could be read in two ways: refused as a problem, and the connection
/// ends.
@ServerTest
class HttpEdgeTests {
    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET\u0000/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\nHost: x\n\n",
                "GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX : space\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n folded\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /../x HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void whatIsNoHttpIsAProblem(String request) throws IOException {
        assertProblem(send(request), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/%ff",
                "/o/%c3%28",
                "/a;/b",
                "/a%2fb",
                "/a%5cb",
                "/a//b",
                "/a/%2e%2e/b",
                "/?q=%00",
                "/?q=%",
                "/?q=%zz",
                "/?%ff=q",
                "/api/console/organisations?q=%00",
                "/api/console/organisations?cursor=%00",
                "/api/console/organisations?cursor=%ff"
            })
    void anAddressThatIsNoTextIsAProblem(String address) throws IOException {
        var answer = send("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 40[04] .*").doesNotContain("text/html");
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
                        "POST /api/sign-up HTTP/1.1\r\nHost: x\r\n"
                                + headers
                                + "\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer.split("HTTP/1.1 ", -1)).as(answer).hasSize(2);
        assertThat(answer)
                .matches("(?s)HTTP/1.1 (400|501) .*")
                .contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/console/me",
                "/api;x=y/console/me",
                "/%61pi/console/me",
                "/api/console;/me",
                "/api/nowhere"
            })
    void whatTheApiAnswersIsKeptNowhereHoweverItIsSpelt(String address) throws IOException {
        var answer = send("GET " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .matches("(?s)HTTP/1.1 40[014] .*")
                .contains("Cache-Control: no-store", "default-src 'none'");
    }

    @Test
    void anAddressWithoutEndIsRefused() throws IOException {
        var long_ = "/?q=" + "x".repeat(100_000);

        assertProblem(send("GET " + long_ + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
    }

    @Test
    void headersWithoutEndAreRefused() throws IOException {
        assertProblem(
                send("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"), 431);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/console/me", "/nowhere", "/assets/x.js", "/healthz"})
    void nobodyTraces(String path) throws IOException {
        var answer =
                send(
                        "TRACE "
                                + path
                                + " HTTP/1.1\r\nHost: x\r\nX-Secret: echo\r\nConnection: close\r\n\r\n");

        assertProblem(answer, 405);
        assertThat(answer).doesNotContain("echo");
    }

    private static void assertProblem(String answer, int status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("Content-Type: application/problem+json")
                .contains("\"status\":" + status)
                .doesNotContain("<html");
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            socket.setSoTimeout(40_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // It has heard enough.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
