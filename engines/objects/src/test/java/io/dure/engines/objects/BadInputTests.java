package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.AccessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What no client should send, over a plain socket: S3's own error, and nothing stored.
class BadInputTests {
    private static final String OF_NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static S3ServerFixture server;
    private static AccessKey key;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        key = server.key();
        try (var s3 = server.client(key)) {
            s3.createBucket(b -> b.bucket("bucket"));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String signed(
            String method, String path, String query, Map<String, String> more) {
        return new SignedRequest(method, path, query, more).by(key);
    }

    private static String request(Instant at, String secret) {
        return new SignedRequest("GET", "/", "", Map.of()).by(key, at, secret);
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(String request, int status, String code) throws IOException {
        var before = server.bodies();
        var answer = send(request);

        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("<Code>" + code + "</Code>");
        assertThat(server.bodies()).isEqualTo(before);
    }

    @Test
    void aWrongSecretIsNoSignature() throws IOException {
        var now = InstantSource.system().instant();

        assertRefused(request(now, "wrong"), 403, "SignatureDoesNotMatch");
    }

    @Test
    void aStrangerIsDenied() throws IOException {
        assertRefused(
                "GET /bucket HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                403,
                "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(longs = {-16, 16})
    void aClockThatIsOffIsRefused(long minutes) throws IOException {
        var at = InstantSource.system().instant().plus(Duration.ofMinutes(minutes));

        assertRefused(request(at, key.secret()), 403, "RequestTimeTooSkewed");
    }

    @Test
    void anUnknownParameterIsSignedAndIgnored() throws IOException {
        assertThat(send(signed("GET", "/bucket", "x-id=ListObjects&unheard=of", Map.of())))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"website", "intelligent-tiering", "inventory", "metrics", "replication"})
    void whatIsNotBuiltSaysSo(String subresource) throws IOException {
        assertRefused(signed("GET", "/bucket", subresource + "=", Map.of()), 501, "NotImplemented");
    }

    @Test
    void aLongKeyIsRefusedAndTheLongestIsNot() throws IOException {
        assertRefused(
                signed("PUT", "/bucket/" + "가".repeat(342), "", Map.of("content-length", "0")),
                400,
                "KeyTooLongError");
        assertThat(
                        send(
                                signed(
                                        "PUT",
                                        "/bucket/" + "가".repeat(341) + "x",
                                        "",
                                        Map.of("content-length", "0"))))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @CsvSource({"GET,", "HEAD,", "DELETE,", "POST,uploads="})
    void aLongKeyIsRefusedWhateverIsAsked(String method, String query) throws IOException {
        var answer =
                send(
                        signed(
                                method,
                                "/bucket/" + "k".repeat(1025),
                                query == null ? "" : query,
                                Map.of()));

        assertThat(answer).startsWith("HTTP/1.1 400");
        if (!method.equals("HEAD")) {
            assertThat(answer).contains("<Code>KeyTooLongError</Code>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "UPPER", "under_score", ".dot", "a..b", "192.168.0.1"})
    void aBucketsNameThatS3WouldNotTakeIsRefused(String name) throws IOException {
        assertRefused(signed("PUT", "/" + name, "", Map.of()), 400, "InvalidBucketName");
    }

    @Test
    void aLongBucketsNameIsRefused() throws IOException {
        assertRefused(signed("PUT", "/" + "b".repeat(64), "", Map.of()), 400, "InvalidBucketName");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list-type=2&continuation-token=AA",
                "list-type=2&continuation-token=*",
                "max-keys=abc",
                "max-keys=-1",
                "max-keys=99999999999",
                "list-type=2&max-keys=1.5",
                "uploads=&max-uploads=x"
            })
    void aParameterOfTheWrongSortIsRefused(String query) throws IOException {
        assertRefused(signed("GET", "/bucket", query, Map.of()), 400, "InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prefix=%00",
                "delimiter=%00",
                "marker=a%00b",
                "list-type=2&start-after=%00",
                "uploads=&key-marker=%00",
                "uploads=&upload-id-marker=%00",
                "uploadId=%00",
                "%00=x"
            })
    void textThatNoDatabaseHoldsIsRefusedInQueries(String query) throws IOException {
        assertRefused(
                "GET /bucket?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                400,
                "InvalidArgument");
    }

    @Test
    void textThatNoDatabaseHoldsIsRefusedInNamesAndKeys() throws IOException {
        var nothing = Map.of("content-length", "0");

        assertRefused(signed("PUT", "/bucket/a\0b", "", nothing), 400, "InvalidArgument");
        assertRefused(signed("PUT", "/buc\0ket", "", nothing), 400, "InvalidArgument");
        assertRefused(
                signed(
                        "PUT",
                        "/bucket/copy",
                        "",
                        Map.of("content-length", "0", "x-amz-copy-source", "/bucket/%00")),
                400,
                "InvalidArgument");
    }

    @Test
    void otherControlCharactersAreLegalInKeys() throws IOException {
        assertThat(send(signed("PUT", "/bucket/\u0001\n\u007f", "", Map.of("content-length", "0"))))
                .startsWith("HTTP/1.1 200");
        assertThat(send(signed("GET", "/bucket", "encoding-type=url", Map.of())))
                .contains("<Key>%01%0A%7F</Key>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "x", "-1", ""})
    void aPartsNumberHasBounds(String number) throws IOException {
        var query = "partNumber=" + number + "&uploadId=" + "0".repeat(32);

        assertThat(send(signed("PUT", "/bucket/k", query, Map.of("content-length", "0"))))
                .matches("(?s)HTTP/1.1 40[04] .*<Code>(InvalidArgument|NoSuchUpload)</Code>.*");
    }

    @ParameterizedTest
    @CsvSource({"POST,restore", "GET,torrent", "POST,select"})
    void whatIsNotBuiltOfObjectsSaysSo(String method, String subresource) throws IOException {
        assertRefused(
                signed(method, "/bucket/k", subresource + "=", Map.of("content-length", "0")),
                501,
                "NotImplemented");
    }

    @Test
    void aBodyWithoutALengthIsRefused() throws IOException {
        assertRefused(signed("PUT", "/bucket/k", "", Map.of()), 411, "MissingContentLength");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedUnread() throws IOException {
        assertRefused(
                signed("PUT", "/bucket/k", "", Map.of("content-length", "5368709121")),
                400,
                "EntityTooLarge");
    }

    @Test
    void aBodyThatEndsEarlyIsNotStored() throws IOException {
        assertRefused(
                signed("PUT", "/bucket/k", "", Map.of("content-length", "100")) + "short",
                400,
                "IncompleteBody");
    }

    @ParameterizedTest
    @CsvSource({
        "content-md5,1B2M2Y8AsgTpgAmY7PhCfg==,BadDigest",
        "content-md5,short,InvalidDigest",
        "x-amz-checksum-crc32,AAAAAA==,BadDigest",
        "x-amz-checksum-crc32,AAA=,InvalidRequest",
        "x-amz-content-sha256," + OF_NOTHING + ",XAmzContentSHA256Mismatch",
        "x-amz-content-sha256,nonsense,InvalidArgument",
        "x-amz-content-sha256,STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,NotImplemented",
        "x-amz-server-side-encryption,aws:kms,NotImplemented",
        "x-amz-server-side-encryption,AES128,InvalidArgument",
        "x-amz-tagging,a=b&a=c,InvalidArgument",
        "x-amz-object-lock-legal-hold,ON,InvalidRequest",
        "if-none-match,etag,NotImplemented"
    })
    void aBodyThatIsNotWhatItsHeadersSayIsNotStored(String header, String value, String code)
            throws IOException {
        var status = code.equals("NotImplemented") ? 501 : 400;

        assertRefused(
                signed("PUT", "/bucket/k", "", Map.of("content-length", "4", header, value))
                        + "body",
                status,
                code);
    }

    @Test
    void tooMuchMetadataIsRefused() throws IOException {
        var headers = Map.of("content-length", "0", "x-amz-meta-a", "x".repeat(2048));

        assertRefused(signed("PUT", "/bucket/k", "", headers), 400, "MetadataTooLarge");
    }

    @Test
    void tooManyHeadersAreRefused() throws IOException {
        assertRefused(
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n",
                400,
                "RequestHeaderSectionTooLarge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Delete>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Delete>&e;</Delete>",
                "<Delete/>",
                "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><Delete>&b;</Delete>",
                "<Delete><Object><Key>&#0;</Key></Object></Delete>",
                "<Delete><Object><Key>a</Key><Object></Delete>",
                "<Other/>",
                "x"
            })
    void xmlThatS3WouldNotTakeIsRefused(String document) throws IOException {
        var length = Integer.toString(document.length());

        assertRefused(
                signed("POST", "/bucket", "delete=", Map.of("content-length", length)) + document,
                400,
                "MalformedXML");
    }

    @Test
    void aHugeDocumentIsRefusedUnread() throws IOException {
        assertRefused(
                signed("POST", "/bucket", "delete=", Map.of("content-length", "5000000")),
                400,
                "EntityTooLarge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bucket/%", "/bucket/%zz", "/bucket/%c3%28"})
    void aPathThatCannotBeReadIsRefused(String path) throws IOException {
        assertRefused(
                "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                400,
                "InvalidURI");
    }

    @Test
    void anUnsignedAmazonHeaderIsRefused() throws IOException {
        var request =
                signed("PUT", "/bucket/k", "", Map.of("content-length", "0"))
                        .replace("Connection: close", "x-amz-meta-late: yes\r\nConnection: close");

        assertRefused(request, 403, "AccessDenied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 nonsense",
                "AWS4-HMAC-SHA256 Credential=a,SignedHeaders=host,Signature=b"
            })
    void anAuthorizationThatMakesNoSenseIsRefused(String authorization) throws IOException {
        assertRefused(
                "GET / HTTP/1.1\r\nHost: x\r\nx-amz-date: 20260101T000000Z\r\nAuthorization: "
                        + authorization
                        + "\r\nConnection: close\r\n\r\n",
                400,
                "AuthorizationHeaderMalformed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\nhel",
                "zz\r\nhello\r\n0\r\n\r\n",
                "5;chunk-signature=00\r\nhello\r\n0;chunk-signature=00\r\n\r\n"
            })
    void brokenChunksAreNotStored(String body) throws IOException {
        var before = server.bodies();
        var headers =
                Map.of(
                        "content-length", Integer.toString(body.length()),
                        "x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                        "x-amz-decoded-content-length", "5");

        assertThat(send(signed("PUT", "/bucket/k", "", headers) + body)).startsWith("HTTP/1.1 4");
        assertThat(server.bodies()).isEqualTo(before);
    }
}
