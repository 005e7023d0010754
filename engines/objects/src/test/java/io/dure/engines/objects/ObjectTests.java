package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects, as the AWS SDK for Java sees them.
class ObjectTests {
    private static S3ServerFixture server;
    private static S3Client s3;
    private final String bucket = "b-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        s3 = server.client(server.key());
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    private void makeBucket() {
        s3.createBucket(b -> b.bucket(bucket));
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4096, 262_143, 262_144, 262_145, 3_000_000})
    void whatIsPutIsGot(int size) {
        makeBucket();
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromBytes(bytes(size)));

        var got = s3.getObjectAsBytes(b -> b.bucket(bucket).key("k"));

        assertThat(got.asByteArray()).isEqualTo(bytes(size));
        assertThat(got.response().contentLength()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../../etc/passwd",
                "a//b",
                " ",
                "a/./b",
                "한글/파일 이름.txt",
                "+&=?#%25;:@",
                "/lead",
                "tail/",
                "😀",
                "~*'()"
            })
    void keysAreVerbatim(String key) {
        makeBucket();
        s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(key));

        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String())
                .isEqualTo(key);
        assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents())
                .singleElement()
                .satisfies(object -> assertThat(object.key()).isEqualTo(key));
    }

    @ParameterizedTest
    @EnumSource(
            value = ChecksumAlgorithm.class,
            names = {"CRC32", "CRC32_C", "CRC64_NVME", "SHA1", "SHA256"})
    void checksumsAreVerifiedAndKept(ChecksumAlgorithm algorithm) {
        makeBucket();
        var put =
                s3.putObject(
                        b -> b.bucket(bucket).key("k").checksumAlgorithm(algorithm),
                        RequestBody.fromBytes(bytes(100_000)));

        var head = s3.headObject(b -> b.bucket(bucket).key("k").checksumMode(ChecksumMode.ENABLED));

        assertThat(
                        put.sdkHttpResponse()
                                .headers()
                                .keySet()
                                .toString()
                                .toLowerCase(java.util.Locale.ROOT))
                .contains("x-amz-checksum-");
        assertThat(head.checksumTypeAsString()).isEqualTo("FULL_OBJECT");
        assertThat(
                        s3.getObjectAsBytes(b ->
                                        b.bucket(bucket)
                                                .key("k")
                                                .checksumMode(ChecksumMode.ENABLED))
                                .asByteArray())
                .isEqualTo(bytes(100_000));
    }

    @Test
    void attributesComeBack() {
        makeBucket();
        s3.putObject(
                b ->
                        b.bucket(bucket)
                                .key("k")
                                .contentType("text/plain; charset=utf-8")
                                .cacheControl("no-store")
                                .contentDisposition("attachment; filename=\"x\"")
                                .metadata(Map.of("colour", "blue")),
                RequestBody.fromString("text"));

        var head = s3.headObject(b -> b.bucket(bucket).key("k"));

        assertThat(head.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(head.cacheControl()).isEqualTo("no-store");
        assertThat(head.contentDisposition()).isEqualTo("attachment; filename=\"x\"");
        assertThat(head.contentEncoding()).isNull();
        assertThat(head.metadata()).containsExactly(Map.entry("colour", "blue"));
        assertThat(head.contentLength()).isEqualTo(4);
    }

    @Test
    void aRangeSelectsBytesAcrossBlocks() {
        makeBucket();
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromBytes(bytes(1_000_000)));

        var got = s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").range("bytes=262000-600000"));

        assertThat(got.asByteArray())
                .isEqualTo(java.util.Arrays.copyOfRange(bytes(1_000_000), 262_000, 600_001));
        assertThat(got.response().contentRange()).isEqualTo("bytes 262000-600000/1000000");
    }

    @Test
    void aRangeBeyondTheEndIsRefused() {
        makeBucket();
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromBytes(bytes(10)));

        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").range("bytes=10-")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(416));
    }

    @Test
    void aDeletedObjectIsGone() {
        makeBucket();
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("x"));

        s3.deleteObject(b -> b.bucket(bucket).key("k"));

        assertThatThrownBy(() -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")))
                .isInstanceOf(NoSuchKeyException.class);
        s3.deleteObject(b -> b.bucket(bucket).key("k"));
    }

    @Test
    void manyAreDeletedAtOnce() {
        makeBucket();
        for (var i = 0; i < 5; i++) {
            var key = "k" + i;
            s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString("x"));
        }

        var deleted =
                s3.deleteObjects(b ->
                        b.bucket(bucket)
                                .delete(
                                        Delete.builder()
                                                .objects(
                                                        ObjectIdentifier.builder()
                                                                .key("k0")
                                                                .build(),
                                                        ObjectIdentifier.builder()
                                                                .key("k3")
                                                                .build(),
                                                        ObjectIdentifier.builder()
                                                                .key("never")
                                                                .build())
                                                .build()));

        assertThat(deleted.deleted()).hasSize(3);
        assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents())
                .extracting(object -> object.key())
                .containsExactly("k1", "k2", "k4");
    }

    @Test
    void anObjectIsCopiedWithItsAttributesOrNewOnes() {
        makeBucket();
        s3.putObject(
                b -> b.bucket(bucket).key("한글 a").contentType("text/x").metadata(Map.of("a", "1")),
                RequestBody.fromBytes(bytes(300_000)));

        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("한글 a")
                        .destinationBucket(bucket)
                        .destinationKey("b"));
        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("한글 a")
                        .destinationBucket(bucket)
                        .destinationKey("c")
                        .metadataDirective(MetadataDirective.REPLACE)
                        .contentType("text/y"));

        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("b")).asByteArray())
                .isEqualTo(bytes(300_000));
        assertThat(s3.headObject(b -> b.bucket(bucket).key("b")).metadata())
                .containsEntry("a", "1");
        assertThat(s3.headObject(b -> b.bucket(bucket).key("c")).contentType()).isEqualTo("text/y");
        assertThat(s3.headObject(b -> b.bucket(bucket).key("c")).metadata()).isEmpty();
    }

    @Test
    void aConditionalWriteHappensOnce() {
        makeBucket();
        var first =
                s3.putObject(
                        b -> b.bucket(bucket).key("k").ifNoneMatch("*"),
                        RequestBody.fromString("one"));

        assertThatThrownBy(() ->
                        s3.putObject(
                                b -> b.bucket(bucket).key("k").ifNoneMatch("*"),
                                RequestBody.fromString("two")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        s3.putObject(
                b -> b.bucket(bucket).key("k").ifMatch(first.eTag()),
                RequestBody.fromString("three"));
        assertThatThrownBy(() ->
                        s3.putObject(
                                b -> b.bucket(bucket).key("k").ifMatch(first.eTag()),
                                RequestBody.fromString("four")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asUtf8String())
                .isEqualTo("three");
    }

    @Test
    void aReadIsConditional() {
        makeBucket();
        var etag =
                s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("one")).eTag();

        assertThatThrownBy(
                        () -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifNoneMatch(etag)))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
        assertThatThrownBy(() ->
                        s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifMatch("\"other\"")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
        assertThat(s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifMatch(etag)).asUtf8String())
                .isEqualTo("one");
    }

    @Test
    void replacedAndDeletedBodiesLeaveTheDisk() {
        makeBucket();
        var before = server.bodies();
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("one"));
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("two"));

        assertThat(server.bodies()).isEqualTo(before + 1);

        s3.deleteObject(b -> b.bucket(bucket).key("k"));

        assertThat(server.bodies()).isEqualTo(before);
    }
}
