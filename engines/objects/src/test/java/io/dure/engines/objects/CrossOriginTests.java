package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.AccessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CORSRule;

/// What a browser is told, for pages of other origins.
class CrossOriginTests {
    private static final String ALLOWED = "Origin: https://app.example.com\r\n";
    private static final String STRANGE = "Origin: https://evil.example\r\n";
    private static final String ASKS_TO_PUT =
            "Access-Control-Request-Method: PUT\r\nAccess-Control-Request-Headers: content-type,X-Amz-Date\r\n";

    private static final CORSRule RULE =
            CORSRule.builder()
                    .allowedOrigins("https://*.example.com")
                    .allowedMethods("GET", "PUT")
                    .allowedHeaders("*")
                    .exposeHeaders("ETag")
                    .maxAgeSeconds(600)
                    .build();

    private static S3ServerFixture server;
    private static AccessKey key;
    private static String presigned;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        key = server.key();
        server.name("acme", key.namespace());
        try (var s3 = server.client(key);
                var presigner = server.presigner(key)) {
            s3.createBucket(b -> b.bucket("shared"));
            s3.createBucket(b -> b.bucket("plain"));
            s3.putObject(b -> b.bucket("shared").key("k"), RequestBody.fromString("x"));
            s3.putBucketCors(b -> b.bucket("shared").corsConfiguration(c -> c.corsRules(RULE)));
            presigned =
                    presigner
                            .presignPutObject(b ->
                                    b.signatureDuration(Duration.ofMinutes(5))
                                            .putObjectRequest(p -> p.bucket("shared").key("up")))
                            .url()
                            .getFile();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String preflight(String host, String target, String headers) throws IOException {
        return send(
                "OPTIONS "
                        + target
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\n"
                        + headers
                        + "Connection: close\r\n\r\n");
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertAllowed(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("access-control-allow-origin: https://app.example.com\r\n")
                .containsIgnoringCase("access-control-allow-methods: GET, PUT\r\n")
                .containsIgnoringCase("access-control-allow-headers: content-type, x-amz-date\r\n")
                .containsIgnoringCase("access-control-expose-headers: ETag\r\n")
                .containsIgnoringCase("access-control-max-age: 600\r\n")
                .containsIgnoringCase("access-control-allow-credentials: true\r\n")
                .containsIgnoringCase(
                        "vary: Origin, Access-Control-Request-Headers, Access-Control-Request-Method\r\n")
                .containsIgnoringCase("content-length: 0\r\n");
    }

    @ParameterizedTest
    @CsvSource({"shared.acme.s3.localhost,/up", "acme.s3.localhost,/shared/up"})
    void aHostThatNamesTheNamespaceIsAnsweredUnsigned(String host, String target)
            throws IOException {
        assertAllowed(preflight(host, target, ALLOWED + ASKS_TO_PUT));
    }

    @Test
    void aPresignedUrlNamesItsNamespaceItself() throws IOException {
        assertAllowed(preflight("127.0.0.1", presigned, ALLOWED + ASKS_TO_PUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shared/up", "/", "/unknown/up"})
    void aBucketThatNobodyNamesIsNotFound(String target) throws IOException {
        assertThat(preflight("127.0.0.1", target, ALLOWED + ASKS_TO_PUT))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>AccessForbidden</Code>")
                .contains("<Message>CORSResponse: Bucket not found</Message>");
    }

    @Test
    void aBucketWithoutRulesSaysSo() throws IOException {
        assertThat(preflight("plain.acme.s3.localhost", "/k", ALLOWED))
                .startsWith("HTTP/1.1 403")
                .contains("<Message>CORSResponse: CORS is not enabled for this bucket.</Message>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                STRANGE + ASKS_TO_PUT,
                ALLOWED + "Access-Control-Request-Method: DELETE\r\n"
            })
    void whatNoRuleAllowsIsForbidden(String headers) throws IOException {
        assertThat(preflight("shared.acme.s3.localhost", "/k", headers))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>AccessForbidden</Code>")
                .contains("CORSResponse: This CORS request is not allowed.")
                .doesNotContainIgnoringCase("access-control-allow");
    }

    @Test
    void aPreflightSaysWhoAsksForWhat() throws IOException {
        assertThat(preflight("shared.acme.s3.localhost", "/k", ASKS_TO_PUT))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>BadRequest</Code>")
                .contains("Insufficient information. Origin request header needed.");
        assertThat(preflight("shared.acme.s3.localhost", "/k", ALLOWED))
                .startsWith("HTTP/1.1 400")
                .contains("Invalid Access-Control-Request-Method: null");
    }

    private static String get(String path, String origin) throws IOException {
        return send(
                new SignedRequest("GET", path, "", Map.of())
                        .by(key)
                        .replace("Connection: close\r\n", origin + "Connection: close\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"/shared/k,200", "/shared/gone,404"})
    void theAnswerItselfIsMarkedAnErrorToo(String path, int status) throws IOException {
        assertThat(get(path, ALLOWED))
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("access-control-allow-origin: https://app.example.com\r\n")
                .containsIgnoringCase("access-control-expose-headers: ETag\r\n");
    }

    @Test
    void aSignatureThatDoesNotHoldIsToldToThePage() throws IOException {
        var request = "GET " + presigned + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + ALLOWED;

        assertThat(send(request + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("SignatureDoesNotMatch")
                .containsIgnoringCase("access-control-allow-origin: https://app.example.com\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/shared/k,'Origin: https://evil.example'",
        "/plain,'Origin: https://app.example.com'"
    })
    void whatNoRuleAllowsIsNotMarked(String path, String origin) throws IOException {
        assertThat(get(path, origin + "\r\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContainIgnoringCase("access-control-")
                .doesNotContainIgnoringCase("vary:");
    }
}
