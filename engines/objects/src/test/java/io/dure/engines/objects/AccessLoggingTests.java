package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Requests, and what an access log that their bucket sends elsewhere says of them.
class AccessLoggingTests {
    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"|\\[([^]]*)]|(\\S+)");

    private final InMemoryMetadata metadata = new InMemoryMetadata(S3ServerFixture.QUOTA_BYTES);
    private final Path folder = S3ServerFixture.newFolder();
    private S3ServerFixture server;
    private AccessKey key;
    private S3Client s3;

    @BeforeEach
    void logABucket() {
        server = new S3ServerFixture(Patience.DEFAULT, folder, metadata);
        key = server.key();
        server.name("acme", key.namespace());
        s3 = server.client(key);
        s3.createBucket(b -> b.bucket("photos"));
        s3.createBucket(b -> b.bucket("logs"));
        s3.putBucketLogging(b ->
                b.bucket("photos")
                        .bucketLoggingStatus(c ->
                                c.loggingEnabled(
                                        e -> e.targetBucket("logs").targetPrefix("photos/"))));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    /// The fields of each line of what the server delivers when it stops.
    private List<List<String>> lines() {
        stop();
        server = new S3ServerFixture(Patience.DEFAULT, folder, metadata);
        server.add(key);
        s3 = server.client(key);
        var lines = new ArrayList<List<String>>();
        for (var object : s3.listObjectsV2(b -> b.bucket("logs").prefix("photos/")).contents()) {
            s3.getObjectAsBytes(b -> b.bucket("logs").key(object.key()))
                    .asUtf8String()
                    .lines()
                    .map(AccessLoggingTests::fields)
                    .forEach(lines::add);
        }
        return lines;
    }

    private static List<String> fields(String line) {
        return FIELD.matcher(line)
                .results()
                .map(found ->
                        found.group(1) != null
                                ? found.group(1)
                                : found.group(2) != null ? found.group(2) : found.group(3))
                .toList();
    }

    private String send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    private String send(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aRequestIsALineOfTwentySixFields() {
        var host = "127.0.0.1:" + server.port();
        s3.putObject(b -> b.bucket("photos").key("휴가/a b"), RequestBody.fromString("hello"));

        var line = lines().getFirst();

        var owner = key.namespace().id().toString();
        assertThat(line).hasSize(26);
        assertThat(line.subList(0, 2)).containsExactly(owner, "photos");
        assertThat(line.get(2)).matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
        assertThat(line.subList(3, 5))
                .containsExactly("127.0.0.1", "arn:aws:iam::" + owner + ":user/" + key.id());
        assertThat(line.get(5)).matches("[0-9A-F]{16}");
        assertThat(line.subList(6, 12))
                .containsExactly(
                        "REST.PUT.OBJECT",
                        "%ED%9C%B4%EA%B0%80/a%20b",
                        "PUT /photos/%ED%9C%B4%EA%B0%80/a%20b HTTP/1.1",
                        "200",
                        "-",
                        "-");
        assertThat(line.get(12)).isEqualTo("5");
        assertThat(line.get(13)).matches("\\d+");
        assertThat(line.subList(14, 16)).containsExactly("-", "-");
        assertThat(line.get(16)).startsWith("aws-sdk-java/2");
        assertThat(line.get(17)).isEqualTo("-");
        assertThat(line.get(18)).matches("[A-Za-z0-9+/]{32}");
        assertThat(line.subList(19, 22)).containsExactly("SigV4", "-", "AuthHeader");
        assertThat(line.get(22)).isEqualTo(host);
        assertThat(line.subList(23, 26)).containsExactly("-", "-", "-");
    }

    @Test
    void everyRequestIsThereAndSoIsWhatWasRefused() {
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("hello"));
        s3.getObjectAsBytes(b -> b.bucket("photos").key("a").range("bytes=0-2"));
        assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket("photos").key("gone")))
                .isInstanceOf(NoSuchKeyException.class);
        s3.copyObject(b ->
                b.sourceBucket("photos")
                        .sourceKey("a")
                        .destinationBucket("photos")
                        .destinationKey("b"));
        s3.getBucketLogging(b -> b.bucket("photos"));
        s3.listObjectsV2(b -> b.bucket("photos"));
        s3.deleteObject(b -> b.bucket("photos").key("a"));

        assertThat(lines())
                .extracting(line -> String.join(" ", line.subList(6, 8)) + " " + outcome(line))
                .containsExactly(
                        "REST.PUT.OBJECT a 200 - -",
                        "REST.GET.OBJECT a 206 - 3",
                        "REST.GET.OBJECT gone 404 NoSuchKey some",
                        "REST.COPY.OBJECT b 200 - some",
                        "REST.GET.LOGGING_STATUS - 200 - some",
                        "REST.GET.BUCKET - 200 - some",
                        "REST.DELETE.OBJECT a 204 - -");
    }

    private static String outcome(List<String> line) {
        var sent = line.get(11);
        return line.get(9) + " " + line.get(10) + " " + (sent.length() > 1 ? "some" : sent);
    }

    @Test
    void whoAsksIsSaidHoweverTheySign() throws IOException {
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("hello"));
        var presigned = presigned();
        send(
                "GET "
                        + presigned.getFile()
                        + " HTTP/1.1\r\nHost: "
                        + host(presigned)
                        + "\r\nConnection: close\r\n\r\n");
        send(
                "GET /a HTTP/1.1\r\nHost: photos.acme.s3.localhost\r\nReferer: http://x/\"y\r\nConnection: close\r\n\r\n");
        send(
                new PostForm()
                        .with("key", "form")
                        .signedBy(key, "photos", InstantSource.system().instant())
                        .request("127.0.0.1", "/photos", ""));

        var lines = lines();

        assertThat(lines)
                .extracting(line -> line.get(6) + " " + line.get(9) + " " + line.get(21))
                .containsExactly(
                        "REST.PUT.OBJECT 200 AuthHeader",
                        "REST.GET.OBJECT 200 QueryString",
                        "REST.GET.OBJECT 403 -",
                        "REST.POST.OBJECT 204 HtmlForm");
        assertThat(lines.get(2).get(4)).isEqualTo("-");
        assertThat(lines.get(2).get(15)).isEqualTo("http://x/%22y");
    }

    private URL presigned() {
        try (var presigner = server.presigner(key)) {
            return presigner
                    .presignGetObject(b ->
                            b.signatureDuration(Duration.ofMinutes(5))
                                    .getObjectRequest(g -> g.bucket("photos").key("a")))
                    .url();
        }
    }

    private static String host(URL url) {
        return url.getHost() + ":" + url.getPort();
    }

    @Test
    void aLogThatHasNowhereToGoStopsNothing() {
        s3.deleteBucket(b -> b.bucket("logs"));
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("hello"));

        assertThatThrownBy(this::lines).isInstanceOf(S3Exception.class);

        assertThat(s3.getObjectAsBytes(b -> b.bucket("photos").key("a")).asUtf8String())
                .isEqualTo("hello");
    }

    @Test
    void aLogThatGoesIntoItsOwnBucketSaysNothingOfItself() {
        s3.putBucketLogging(b ->
                b.bucket("photos")
                        .bucketLoggingStatus(c ->
                                c.loggingEnabled(
                                        e -> e.targetBucket("photos").targetPrefix("own/"))));
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("hello"));
        lines();
        lines();

        var logs = s3.listObjectsV2(b -> b.bucket("photos").prefix("own/")).contents();

        assertThat(logs).hasSize(1);
    }
}
