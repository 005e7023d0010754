package io.dure.engines.objects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.engines.objects.usage.Usage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What requests use, as whoever counts it is told.
class UsageTests {
    private S3ServerFixture server;
    private AccessKey key;
    private S3Client s3;

    @BeforeEach
    void aBucket() throws Exception {
        server = new S3ServerFixture();
        key = server.key();
        // Without checksums, a body goes over the wire as it is.
        s3 =
                server.builder(key)
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                        .build();
        s3.createBucket(b -> b.bucket("box"));
        server.usages(1);
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    private void put(String name, int size) throws Exception {
        s3.putObject(b -> b.bucket("box").key(name), RequestBody.fromBytes(new byte[size]));
    }

    private Usage next() throws Exception {
        return server.usages(1).getFirst();
    }

    @Test
    void aPutIsAWriteOfAsManyBytesAsItHas() throws Exception {
        put("k", 100_000);

        assertThat(next())
                .isEqualTo(
                        new Usage(
                                key.namespace(),
                                Optional.of("box"),
                                Optional.of(key.id()),
                                RequestClass.WRITE,
                                200,
                                Optional.empty(),
                                100_000,
                                0));
    }

    @Test
    void aChunkedBodyCountsWithItsFraming() throws Exception {
        try (var chunking = server.client(key)) {
            chunking.putObject(
                    b -> b.bucket("box").key("k"), RequestBody.fromBytes(new byte[100_000]));
        }

        assertThat(next().bytesIn()).isBetween(100_001L, 101_000L);
    }

    @Test
    void aGetAndARangeAreReadsOfWhatTheySend() throws Exception {
        put("k", 300_000);
        s3.getObjectAsBytes(b -> b.bucket("box").key("k"));
        s3.getObjectAsBytes(b -> b.bucket("box").key("k").range("bytes=10-109"));
        s3.headObject(b -> b.bucket("box").key("k"));

        var used = server.usages(4);

        assertThat(used.subList(1, 4))
                .allSatisfy(use -> assertThat(use.requestClass()).isEqualTo(RequestClass.READ))
                .extracting(Usage::bytesOut)
                .containsExactly(300_000L, 100L, 0L);
        assertThat(used.subList(1, 4)).extracting(Usage::status).containsExactly(200, 206, 200);
    }

    @Test
    void listingsAreWritesAndDeletingIsFree() throws Exception {
        s3.listObjectsV2(b -> b.bucket("box"));
        s3.listBuckets();
        s3.deleteObject(b -> b.bucket("box").key("never"));
        s3.deleteObjects(b ->
                b.bucket("box")
                        .delete(
                                Delete.builder()
                                        .objects(ObjectIdentifier.builder().key("never").build())
                                        .build()));

        var used = server.usages(4);

        assertThat(used)
                .extracting(Usage::requestClass)
                .containsExactly(
                        RequestClass.WRITE,
                        RequestClass.WRITE,
                        RequestClass.DELETE,
                        RequestClass.DELETE);
        assertThat(used.get(0).bytesOut()).isPositive();
        assertThat(used.get(1).bucket()).isEmpty();
    }

    @Test
    void eachRequestOfAMultipartUploadCounts() throws Exception {
        var upload = s3.createMultipartUpload(b -> b.bucket("box").key("k")).uploadId();
        var etag =
                s3.uploadPart(
                                b -> b.bucket("box").key("k").uploadId(upload).partNumber(1),
                                RequestBody.fromBytes(new byte[50_000]))
                        .eTag();
        s3.completeMultipartUpload(b ->
                b.bucket("box")
                        .key("k")
                        .uploadId(upload)
                        .multipartUpload(m ->
                                m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));
        var other = s3.createMultipartUpload(b -> b.bucket("box").key("k")).uploadId();
        s3.abortMultipartUpload(b -> b.bucket("box").key("k").uploadId(other));

        var used = server.usages(5);

        assertThat(used)
                .extracting(Usage::requestClass)
                .containsExactly(
                        RequestClass.WRITE,
                        RequestClass.WRITE,
                        RequestClass.WRITE,
                        RequestClass.WRITE,
                        RequestClass.DELETE);
        assertThat(used.get(1).bytesIn()).isEqualTo(50_000);
    }

    @Test
    void aRefusalCountsWithItsReason() throws Exception {
        assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket("box").key("never")))
                .isInstanceOf(S3Exception.class);

        var used = next();

        assertThat(used.status()).isEqualTo(404);
        assertThat(used.error()).contains("NoSuchKey");
        assertThat(used.isDone()).isFalse();
        assertThat(used.bytesOut()).isPositive();
    }

    @Test
    void whoMayNotIsCountedAllTheSame() throws Exception {
        var reader = server.key(Set.of(Right.READ), Optional.empty(), key.namespace());
        try (var reading = server.client(reader)) {
            assertThatThrownBy(() ->
                            reading.putObject(
                                    b -> b.bucket("box").key("k"), RequestBody.fromString("x")))
                    .isInstanceOf(S3Exception.class);
        }

        var used = next();

        assertThat(used.accessKey()).contains(reader.id());
        assertThat(used.error()).contains("AccessDenied");
    }

    @Test
    void whoCannotProveWhoTheyAreIsNobodysUsage() throws Exception {
        var forged =
                new AccessKey(
                        key.id(),
                        "wrong",
                        new Namespace(UUID.randomUUID()),
                        "",
                        Set.of(),
                        Optional.empty(),
                        false);
        try (var liar = server.client(forged)) {
            assertThatThrownBy(liar::listBuckets).isInstanceOf(S3Exception.class);
        }
        s3.listBuckets();

        assertThat(next().status()).isEqualTo(200);
        assertThat(server.hasUsage()).isFalse();
    }

    @Test
    void anAbortedDownloadCountsWhatWentOut() throws Exception {
        put("k", 64 << 20);
        next();

        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            send(socket, new SignedRequest("GET", "/box/k", "", Map.of()).by(key));
            assertThat(socket.getInputStream().readNBytes(1 << 20)).hasSize(1 << 20);
        }

        var used = next();
        assertThat(used.status()).isEqualTo(200);
        assertThat(used.bytesOut()).isBetween(1L << 19, (64L << 20) - 1);
    }

    @Test
    void anUploadThatBreaksOffCountsWhatCameIn() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            send(
                    socket,
                    new SignedRequest("PUT", "/box/k", "", Map.of("content-length", "1000000"))
                            .by(key));
            socket.getOutputStream().write(new byte[50_000]);
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        }

        var used = next();
        assertThat(used.bytesIn()).isEqualTo(50_000);
        assertThat(used.isDone()).isFalse();
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }
}
