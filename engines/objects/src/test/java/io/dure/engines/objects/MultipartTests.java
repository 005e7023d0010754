package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Uploads in parts.
class MultipartTests {
    private static final int PART = 5 << 20;
    private static final byte[] BYTES = new byte[2 * PART + 1234];

    private static S3ServerFixture server;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        new Random(7).nextBytes(BYTES);
        server = new S3ServerFixture();
        s3 = server.client(server.key());
        s3.createBucket(b -> b.bucket("parts"));
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    private static String begin(String key) {
        return s3.createMultipartUpload(b -> b.bucket("parts").key(key).contentType("text/x"))
                .uploadId();
    }

    private static CompletedPart part(String key, String upload, int number, byte[] bytes) {
        var done =
                s3.uploadPart(
                        b -> b.bucket("parts").key(key).uploadId(upload).partNumber(number),
                        RequestBody.fromBytes(bytes));
        return CompletedPart.builder().partNumber(number).eTag(done.eTag()).build();
    }

    private static byte[] slice(int number) {
        return Arrays.copyOfRange(
                BYTES, (number - 1) * PART, Math.min(BYTES.length, number * PART));
    }

    private static void complete(String key, String upload, List<CompletedPart> parts) {
        s3.completeMultipartUpload(b ->
                b.bucket("parts").key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
    }

    private static void assertRefused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void partsMakeAnObject() {
        var upload = begin("k");
        complete(
                "k",
                upload,
                List.of(
                        part("k", upload, 1, slice(1)),
                        part("k", upload, 2, slice(2)),
                        part("k", upload, 7, slice(3))));

        var got = s3.getObjectAsBytes(b -> b.bucket("parts").key("k"));

        assertThat(got.asByteArray()).isEqualTo(BYTES);
        assertThat(got.response().eTag()).endsWith("-3\"");
        assertThat(got.response().contentType()).isEqualTo("text/x");
        var range =
                s3.getObjectAsBytes(
                        b -> b.bucket("parts").key("k").range("bytes=5242870-10485790"));
        assertThat(range.asByteArray()).isEqualTo(Arrays.copyOfRange(BYTES, 5_242_870, 10_485_791));
        var second = s3.getObjectAsBytes(b -> b.bucket("parts").key("k").partNumber(2));
        assertThat(second.asByteArray()).isEqualTo(slice(2));
        assertThat(second.response().partsCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "CRC32,COMPOSITE",
        "CRC32,FULL_OBJECT",
        "CRC32_C,FULL_OBJECT",
        "CRC64_NVME,FULL_OBJECT",
        "SHA1,COMPOSITE",
        "SHA256,COMPOSITE"
    })
    void theWholesChecksumFollowsFromTheParts(ChecksumAlgorithm algorithm, ChecksumType type) {
        var key = "sum-" + algorithm + type;
        var upload =
                s3.createMultipartUpload(b ->
                                b.bucket("parts")
                                        .key(key)
                                        .checksumAlgorithm(algorithm)
                                        .checksumType(type))
                        .uploadId();
        var parts = new ArrayList<CompletedPart>();
        for (var number = 1; number <= 3; number++) {
            var current = number;
            var done =
                    s3.uploadPart(
                            b ->
                                    b.bucket("parts")
                                            .key(key)
                                            .uploadId(upload)
                                            .partNumber(current)
                                            .checksumAlgorithm(algorithm),
                            RequestBody.fromBytes(slice(number)));
            parts.add(
                    CompletedPart.builder()
                            .partNumber(number)
                            .eTag(done.eTag())
                            .checksumCRC32(done.checksumCRC32())
                            .checksumCRC32C(done.checksumCRC32C())
                            .checksumCRC64NVME(done.checksumCRC64NVME())
                            .checksumSHA1(done.checksumSHA1())
                            .checksumSHA256(done.checksumSHA256())
                            .build());
        }
        complete(key, upload, parts);

        var head =
                s3.headObject(b -> b.bucket("parts").key(key).checksumMode(ChecksumMode.ENABLED));

        assertThat(head.checksumType()).isEqualTo(type);
        if (type == ChecksumType.FULL_OBJECT) {
            var whole =
                    s3.putObject(
                            b -> b.bucket("parts").key("whole").checksumAlgorithm(algorithm),
                            RequestBody.fromBytes(BYTES));
            assertThat(
                            List.of(
                                    String.valueOf(head.checksumCRC32()),
                                    String.valueOf(head.checksumCRC32C()),
                                    String.valueOf(head.checksumCRC64NVME())))
                    .isEqualTo(
                            List.of(
                                    String.valueOf(whole.checksumCRC32()),
                                    String.valueOf(whole.checksumCRC32C()),
                                    String.valueOf(whole.checksumCRC64NVME())));
        }
        assertThat(
                        s3.getObjectAsBytes(b ->
                                        b.bucket("parts")
                                                .key(key)
                                                .checksumMode(ChecksumMode.ENABLED))
                                .asByteArray())
                .isEqualTo(BYTES);
    }

    @Test
    void aPartIsCopiedFromAnObject() {
        s3.putObject(b -> b.bucket("parts").key("source"), RequestBody.fromBytes(BYTES));
        var upload = begin("copied");
        var first =
                s3.uploadPartCopy(b ->
                        b.sourceBucket("parts")
                                .sourceKey("source")
                                .destinationBucket("parts")
                                .destinationKey("copied")
                                .uploadId(upload)
                                .partNumber(1)
                                .copySourceRange("bytes=0-" + (PART - 1)));
        complete(
                "copied",
                upload,
                List.of(
                        CompletedPart.builder()
                                .partNumber(1)
                                .eTag(first.copyPartResult().eTag())
                                .build(),
                        part(
                                "copied",
                                upload,
                                2,
                                "tail".getBytes(java.nio.charset.StandardCharsets.UTF_8))));

        var got = s3.getObjectAsBytes(b -> b.bucket("parts").key("copied")).asByteArray();

        assertThat(got).hasSize(PART + 4).startsWith(slice(1)).endsWith('t', 'a', 'i', 'l');
    }

    @Test
    void partsAndUploadsAreListed() {
        var upload = begin("listed");
        part("listed", upload, 1, new byte[10]);
        part("listed", upload, 3, new byte[20]);

        var first = s3.listParts(b -> b.bucket("parts").key("listed").uploadId(upload).maxParts(1));
        var rest =
                s3.listParts(b ->
                        b.bucket("parts")
                                .key("listed")
                                .uploadId(upload)
                                .partNumberMarker(first.nextPartNumberMarker()));
        var uploads = s3.listMultipartUploads(b -> b.bucket("parts").prefix("listed"));

        assertThat(first.isTruncated()).isTrue();
        assertThat(rest.parts()).singleElement().satisfies(p -> assertThat(p.size()).isEqualTo(20));
        assertThat(uploads.uploads()).extracting(MultipartUpload::uploadId).containsExactly(upload);
    }

    @Test
    void anAbortedUploadLeavesNothing() {
        var before = server.bodies();
        var upload = begin("aborted");
        part("aborted", upload, 1, new byte[10]);
        s3.abortMultipartUpload(b -> b.bucket("parts").key("aborted").uploadId(upload));

        assertThat(server.bodies()).isEqualTo(before);
        assertRefused("NoSuchUpload", () -> part("aborted", upload, 2, new byte[10]));
    }

    /// A client that did not hear the first answer sends it again.
    @Test
    void whatIsCompletedAgainIsAnsweredAgainWhileItsObjectIsThere() {
        var upload = begin("again");
        var parts = List.of(part("again", upload, 1, slice(1)), part("again", upload, 4, slice(3)));
        var first =
                s3.completeMultipartUpload(b ->
                        b.bucket("parts")
                                .key("again")
                                .uploadId(upload)
                                .ifNoneMatch("*")
                                .multipartUpload(m -> m.parts(parts)));

        var second =
                s3.completeMultipartUpload(b ->
                        b.bucket("parts")
                                .key("again")
                                .uploadId(upload)
                                .ifNoneMatch("*")
                                .multipartUpload(m -> m.parts(parts)));

        assertThat(second.eTag()).isEqualTo(first.eTag());
        assertThat(second.location()).isEqualTo(first.location());
        assertRefused("NoSuchUpload", () -> complete("again", upload, parts.subList(0, 1)));
        assertRefused("NoSuchUpload", () -> complete("other", upload, parts));
        s3.putObject(b -> b.bucket("parts").key("again"), RequestBody.fromString("x"));
        assertRefused("NoSuchUpload", () -> complete("again", upload, parts));
    }

    @Test
    void whatIsCompletedTwiceAtOnceIsOneObject() throws Exception {
        var upload = begin("twice");
        var parts = List.of(part("twice", upload, 1, slice(3)));
        var before = server.bodies();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    threads.invokeAll(
                            Collections.nCopies(
                                    4, Executors.callable(() -> complete("twice", upload, parts))));
            for (var one : all) {
                one.get();
            }
        }

        assertThat(server.bodies()).isEqualTo(before);
        assertThat(s3.getObjectAsBytes(b -> b.bucket("parts").key("twice")).asByteArray())
                .isEqualTo(slice(3));
    }

    @Test
    void aPartThatIsTooSmallOrOutOfOrderOrUnknownIsRefused() {
        var upload = begin("bad");
        var one = part("bad", upload, 1, new byte[10]);
        var two = part("bad", upload, 2, new byte[10]);

        assertRefused("EntityTooSmall", () -> complete("bad", upload, List.of(one, two)));
        assertRefused("InvalidPartOrder", () -> complete("bad", upload, List.of(two, one)));
        assertRefused(
                "InvalidPart",
                () -> complete("bad", upload, List.of(one.toBuilder().eTag("\"00\"").build())));
        assertRefused("InvalidArgument", () -> part("bad", upload, 10_001, new byte[10]));
        complete("bad", upload, List.of(two));
    }

    @Test
    void pendingPartsCountAgainstTheQuota() {
        try (var other = server.client(server.key())) {
            other.createBucket(b -> b.bucket("quota"));
            var upload = other.createMultipartUpload(b -> b.bucket("quota").key("k")).uploadId();
            var large = new byte[60 << 20];
            for (var number = 1; number <= 3; number++) {
                var current = number;
                other.uploadPart(
                        b -> b.bucket("quota").key("k").uploadId(upload).partNumber(current),
                        RequestBody.fromBytes(large));
            }
            var before = server.bodies();

            assertRefused(
                    "QuotaExceeded",
                    () ->
                            other.putObject(
                                    b -> b.bucket("quota").key("x"), RequestBody.fromBytes(large)));
            assertThat(server.bodies()).isEqualTo(before);
        }
    }
}
