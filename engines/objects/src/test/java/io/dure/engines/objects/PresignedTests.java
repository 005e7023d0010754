package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.AccessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// URLs that carry their signature, used by a client that knows no S3.
class PresignedTests {
    private static S3ServerFixture server;
    private static AccessKey key;
    private static S3Presigner presigner;
    private static HttpClient http;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        key = server.key();
        presigner = server.presigner(key);
        http = HttpClient.newHttpClient();
        try (var s3 = server.client(key)) {
            s3.createBucket(b -> b.bucket("links"));
        }
    }

    @AfterAll
    static void stop() {
        presigner.close();
        http.close();
        server.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static URI toPut(String name) {
        return URI.create(
                presigner
                        .presignPutObject(p ->
                                p.signatureDuration(Duration.ofMinutes(5))
                                        .putObjectRequest(b -> b.bucket("links").key(name)))
                        .url()
                        .toString());
    }

    private static URI toGet(String name, Duration valid) {
        return URI.create(
                presigner
                        .presignGetObject(p ->
                                p.signatureDuration(valid)
                                        .getObjectRequest(b ->
                                                b.bucket("links")
                                                        .key(name)
                                                        .responseContentDisposition(
                                                                "attachment; filename=\"x\"")))
                        .url()
                        .toString());
    }

    @Test
    void whoeverHasTheUrlPutsAndGets() throws Exception {
        var put = send(HttpRequest.newBuilder(toPut("한글 파일")).PUT(BodyPublishers.ofString("내용")));
        var got = send(HttpRequest.newBuilder(toGet("한글 파일", Duration.ofMinutes(5))));

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("내용");
        assertThat(got.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"x\"");
    }

    @Test
    void anAlteredUrlIsRefused() throws Exception {
        var uri =
                URI.create(
                        toGet("a", Duration.ofMinutes(5))
                                .toString()
                                .replace("/links/a", "/links/b"));

        assertThat(send(HttpRequest.newBuilder(uri)).body()).contains("SignatureDoesNotMatch");
    }

    @Test
    void aUrlOfTheOldSchemeIsToldTheNewOne() throws Exception {
        var address =
                toGet("a", Duration.ofMinutes(5)).toString().replaceFirst("\\?.*", "")
                        + "?AWSAccessKeyId="
                        + key.id()
                        + "&Signature=abc%3D&Expires=1";

        assertThat(send(HttpRequest.newBuilder(URI.create(address))).body())
                .contains("InvalidRequest", "AWS4-HMAC-SHA256");
    }

    @Test
    void aUrlForGettingDoesNotPut() throws Exception {
        var answer =
                send(
                        HttpRequest.newBuilder(toGet("a", Duration.ofMinutes(5)))
                                .PUT(BodyPublishers.ofString("x")));

        assertThat(answer.body()).contains("SignatureDoesNotMatch");
    }

    @Test
    void anExpiredUrlIsRefused() throws Exception {
        var uri = toGet("a", Duration.ofSeconds(1));
        Thread.sleep(Duration.ofMillis(2100));

        assertThat(send(HttpRequest.newBuilder(uri)).body())
                .contains("AccessDenied")
                .contains("expired");
    }

    @Test
    void aUrlForMoreThanAWeekIsRefused() throws Exception {
        var uri =
                URI.create(
                        toGet("a", Duration.ofDays(7))
                                .toString()
                                .replace("X-Amz-Expires=604800", "X-Amz-Expires=604801"));

        assertThat(send(HttpRequest.newBuilder(uri)).body())
                .contains("AuthorizationQueryParametersError");
    }
}
