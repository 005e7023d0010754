package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// Errors say what they are about, in the elements that Amazon S3 was recorded to answer with.
class ErrorTests {
    private static final String BUCKET = "errors";

    private static S3ServerFixture server;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        s3 = server.client(server.key());
        s3.createBucket(b -> b.bucket(BUCKET));
        s3.putObject(b -> b.bucket(BUCKET).key("k"), RequestBody.fromString("0123456789"));
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    @Test
    void aBucketIsNamed() {
        var unknown =
                assertRefused(
                        404, "NoSuchBucket", () -> s3.listObjectsV2(b -> b.bucket("never-made")));
        var full =
                assertRefused(409, "BucketNotEmpty", () -> s3.deleteBucket(b -> b.bucket(BUCKET)));
        var policy =
                assertRefused(
                        404, "NoSuchBucketPolicy", () -> s3.getBucketPolicy(b -> b.bucket(BUCKET)));

        assertThat(document(unknown))
                .contains(
                        "<Message>The specified bucket does not exist</Message>",
                        "<BucketName>never-made</BucketName>");
        assertThat(document(full)).contains("<BucketName>errors</BucketName>");
        assertThat(document(policy)).contains("<BucketName>errors</BucketName>");
    }

    /// What S3's support asks for: the same in the headers and in the document.
    @Test
    void everyAnswerSaysWhichProcessGaveIt() {
        var answered = s3.headObject(b -> b.bucket(BUCKET).key("k")).responseMetadata();
        var refusal =
                assertRefused(
                        404, "NoSuchBucket", () -> s3.listObjectsV2(b -> b.bucket("never-made")));

        assertThat(answered.extendedRequestId()).matches("[A-Za-z0-9+/]{32}");
        assertThat(refusal.extendedRequestId()).isEqualTo(answered.extendedRequestId());
        assertThat(document(refusal))
                .contains(
                        "<RequestId>" + refusal.requestId() + "</RequestId>",
                        "<HostId>" + answered.extendedRequestId() + "</HostId>");
    }

    @Test
    void aKeyIsNamed() {
        var unknown =
                assertRefused(
                        404,
                        "NoSuchKey",
                        () -> s3.getObjectAsBytes(b -> b.bucket(BUCKET).key("없음 <&>")));
        var source =
                assertRefused(
                        404,
                        "NoSuchKey",
                        () ->
                                s3.copyObject(b ->
                                        b.sourceBucket(BUCKET)
                                                .sourceKey("gone")
                                                .destinationBucket(BUCKET)
                                                .destinationKey("copy")));

        assertThat(document(unknown)).contains("<Key>없음 &lt;&amp;&gt;</Key>");
        assertThat(document(source)).contains("<Key>gone</Key>");
    }

    @Test
    void theBucketOfACopysSourceIsNamed() {
        var refusal =
                assertRefused(
                        404,
                        "NoSuchBucket",
                        () ->
                                s3.copyObject(b ->
                                        b.sourceBucket("never-made")
                                                .sourceKey("k")
                                                .destinationBucket(BUCKET)
                                                .destinationKey("copy")));

        assertThat(document(refusal)).contains("<BucketName>never-made</BucketName>");
    }

    @Test
    void aRangeIsToldWithTheSize() {
        var refusal =
                assertRefused(
                        416,
                        "InvalidRange",
                        () ->
                                s3.getObjectAsBytes(
                                        b -> b.bucket(BUCKET).key("k").range("bytes=10-20")));

        assertThat(document(refusal))
                .contains(
                        "<RangeRequested>bytes=10-20</RangeRequested>",
                        "<ActualObjectSize>10</ActualObjectSize>");
    }

    @Test
    void anArgumentIsNamedWithItsValue() {
        var encoding =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () -> s3.listObjectsV2(b -> b.bucket(BUCKET).encodingType("value")));
        var token =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () -> s3.listObjectsV2(b -> b.bucket(BUCKET).continuationToken("*")));

        assertThat(document(encoding))
                .contains(
                        "<ArgumentName>encoding-type</ArgumentName>",
                        "<ArgumentValue>value</ArgumentValue>");
        assertThat(document(token)).contains("<ArgumentName>continuation-token</ArgumentName>");
    }

    static Stream<Arguments> uploadsWithAWrongHeader() {
        return Stream.of(
                Arguments.of("x-amz-acl", "everybody"),
                Arguments.of("x-amz-object-lock-legal-hold", "MAYBE"),
                Arguments.of("x-amz-object-lock-mode", "COMPLIANCE"),
                Arguments.of("x-amz-server-side-encryption", "ROT13"));
    }

    @ParameterizedTest
    @MethodSource("uploadsWithAWrongHeader")
    void aHeaderIsNamedWithItsValue(String header, String value) {
        var refusal =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                s3.putObject(
                                        b ->
                                                b.bucket(BUCKET)
                                                        .key("x")
                                                        .overrideConfiguration(
                                                                o -> o.putHeader(header, value)),
                                        RequestBody.fromString("x")));

        assertThat(document(refusal))
                .contains(
                        "<ArgumentName>" + header + "</ArgumentName>",
                        "<ArgumentValue>" + value + "</ArgumentValue>");
    }

    @Test
    void aDirectiveAndAnAttributeAreNamed() {
        var directive =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                s3.copyObject(b ->
                                        b.sourceBucket(BUCKET)
                                                .sourceKey("k")
                                                .destinationBucket(BUCKET)
                                                .destinationKey("l")
                                                .metadataDirective("MERGE")));
        var attribute =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                s3.getObjectAttributes(b ->
                                        b.bucket(BUCKET)
                                                .key("k")
                                                .objectAttributesWithStrings("Colour")));

        assertThat(document(directive))
                .contains(
                        "<ArgumentName>x-amz-metadata-directive</ArgumentName>",
                        "<ArgumentValue>MERGE</ArgumentValue>");
        assertThat(document(attribute))
                .contains(
                        "<ArgumentName>x-amz-object-attributes</ArgumentName>",
                        "<ArgumentValue>Colour</ArgumentValue>");
    }

    @Test
    void partsAreNamed() {
        var upload = s3.createMultipartUpload(b -> b.bucket(BUCKET).key("m")).uploadId();
        var one = part(upload, 1);
        var two = part(upload, 2);

        var small = assertRefused(400, "EntityTooSmall", () -> complete(upload, one, two));
        var order = assertRefused(400, "InvalidPartOrder", () -> complete(upload, two, one));
        var unknown =
                assertRefused(
                        400,
                        "InvalidPart",
                        () -> complete(upload, one.toBuilder().partNumber(7).build()));
        s3.abortMultipartUpload(b -> b.bucket(BUCKET).key("m").uploadId(upload));
        var gone = assertRefused(404, "NoSuchUpload", () -> complete(upload, one));

        assertThat(document(small))
                .contains(
                        "<PartNumber>1</PartNumber>",
                        "<MinSizeAllowed>5242880</MinSizeAllowed>",
                        "<ProposedSize>4</ProposedSize>");
        assertThat(document(order)).contains("<UploadId>" + upload + "</UploadId>");
        assertThat(document(unknown))
                .contains("<UploadId>" + upload + "</UploadId>", "<PartNumber>7</PartNumber>");
        assertThat(document(gone)).contains("<UploadId>" + upload + "</UploadId>");
    }

    private static CompletedPart part(String upload, int number) {
        var done =
                s3.uploadPart(
                        b -> b.bucket(BUCKET).key("m").uploadId(upload).partNumber(number),
                        RequestBody.fromString("tiny"));
        return CompletedPart.builder().partNumber(number).eTag(done.eTag()).build();
    }

    private static void complete(String upload, CompletedPart... parts) {
        s3.completeMultipartUpload(b ->
                b.bucket(BUCKET).key("m").uploadId(upload).multipartUpload(m -> m.parts(parts)));
    }

    @Test
    void aDigestIsToldAsItWasAndAsItShouldBe() {
        var wrong = Base64.getEncoder().encodeToString(new byte[16]);

        var refusal =
                assertRefused(
                        400,
                        "BadDigest",
                        () ->
                                s3.putObject(
                                        b -> b.bucket(BUCKET).key("k").contentMD5(wrong),
                                        RequestBody.fromString("x")));

        assertThat(document(refusal))
                .contains(
                        "<ExpectedDigest>00000000000000000000000000000000</ExpectedDigest>",
                        "<CalculatedDigest>");
    }

    @Test
    void whatWasSignedHereIsShownToWhomSignedOtherwise() {
        var key = server.key();
        var thief =
                server.add(
                        new io.dure.engines.objects.access.AccessKey(
                                key.id(),
                                "another secret",
                                key.namespace(),
                                "test",
                                key.rights(),
                                key.buckets(),
                                false));
        server.add(key);
        try (var client = server.client(thief)) {
            var refusal =
                    assertRefused(
                            403,
                            "SignatureDoesNotMatch",
                            () -> client.listObjectsV2(b -> b.bucket(BUCKET)));

            assertThat(document(refusal))
                    .contains(
                            "<AWSAccessKeyId>" + key.id() + "</AWSAccessKeyId>",
                            "<StringToSign>AWS4-HMAC-SHA256",
                            "<CanonicalRequest>GET&#10;/errors&#10;list-type=2&#10;")
                    .doesNotContain(S3ServerFixture.SECRET);
        }
    }
}
