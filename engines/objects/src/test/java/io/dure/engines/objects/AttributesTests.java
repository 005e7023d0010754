package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.StorageClass;

/// GetObjectAttributes, and what a reader wants said otherwise.
class AttributesTests {
    private static final int PART = 5 << 20;
    private static final List<ObjectAttributes> ALL =
            Arrays.stream(ObjectAttributes.values())
                    .filter(attribute -> attribute != ObjectAttributes.UNKNOWN_TO_SDK_VERSION)
                    .toList();

    @RegisterExtension static final TestingS3 SERVER = new TestingS3();
    private final S3Client s3 = SERVER.client();
    private final String bucket = SERVER.bucket();

    private GetObjectAttributesResponse attributes(String key) {
        return s3.getObjectAttributes(b -> b.bucket(bucket).key(key).objectAttributes(ALL));
    }

    private List<CompletedPart> parts(String upload) {
        var first =
                s3.uploadPart(
                        b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .uploadId(upload)
                                        .partNumber(1)
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                        RequestBody.fromBytes(new byte[PART]));
        var second =
                s3.uploadPart(
                        b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .uploadId(upload)
                                        .partNumber(2)
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                        RequestBody.fromString("end"));
        return List.of(
                CompletedPart.builder()
                        .partNumber(1)
                        .eTag(first.eTag())
                        .checksumSHA256(first.checksumSHA256())
                        .build(),
                CompletedPart.builder()
                        .partNumber(2)
                        .eTag(second.eTag())
                        .checksumSHA256(second.checksumSHA256())
                        .build());
    }

    @Test
    void anObjectTellsWhatIsAsked() {
        var put =
                s3.putObject(
                        b -> b.bucket(bucket).key("k").checksumAlgorithm(ChecksumAlgorithm.SHA256),
                        RequestBody.fromString("text"));

        var all = attributes("k");
        var one =
                s3.getObjectAttributes(b ->
                        b.bucket(bucket).key("k").objectAttributes(ObjectAttributes.OBJECT_SIZE));

        assertThat("\"" + all.eTag() + "\"").isEqualTo(put.eTag());
        assertThat(all.objectSize()).isEqualTo(4);
        assertThat(all.storageClass()).isEqualTo(StorageClass.STANDARD);
        assertThat(all.checksum().checksumSHA256()).isEqualTo(put.checksumSHA256());
        assertThat(all.checksum().checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
        assertThat(all.objectParts()).isNull();
        assertThat(one.objectSize()).isEqualTo(4);
        assertThat(one.eTag()).isNull();
    }

    @Test
    void anObjectOfPartsTellsThem() {
        var upload =
                s3.createMultipartUpload(b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId();
        var parts = parts(upload);
        s3.completeMultipartUpload(b ->
                b.bucket(bucket)
                        .key("m")
                        .uploadId(upload)
                        .mpuObjectSize(PART + 3L)
                        .multipartUpload(m -> m.parts(parts)));

        var all = attributes("m");
        var page =
                s3.getObjectAttributes(b ->
                        b.bucket(bucket)
                                .key("m")
                                .objectAttributes(ObjectAttributes.OBJECT_PARTS)
                                .maxParts(1)
                                .partNumberMarker(1));

        assertThat(all.objectSize()).isEqualTo(PART + 3L);
        assertThat(all.objectParts().totalPartsCount()).isEqualTo(2);
        assertThat(all.objectParts().parts())
                .extracting(part -> part.size())
                .containsExactly((long) PART, 3L);
        assertThat(all.objectParts().parts())
                .extracting(part -> part.checksumSHA256())
                .containsExactly(parts.get(0).checksumSHA256(), parts.get(1).checksumSHA256());
        assertThat(all.checksum().checksumType()).isEqualTo(ChecksumType.COMPOSITE);
        assertThat(page.objectParts().parts())
                .extracting(part -> part.partNumber())
                .containsExactly(2);
        assertThat(page.objectParts().isTruncated()).isFalse();
    }

    @Test
    void aPartIsReadWithItsOwnChecksum() {
        var upload =
                s3.createMultipartUpload(b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId();
        var parts = parts(upload);
        s3.completeMultipartUpload(b ->
                b.bucket(bucket).key("m").uploadId(upload).multipartUpload(m -> m.parts(parts)));

        var head =
                s3.headObject(b ->
                        b.bucket(bucket).key("m").partNumber(1).checksumMode(ChecksumMode.ENABLED));
        var got =
                s3.getObjectAsBytes(b ->
                        b.bucket(bucket).key("m").partNumber(2).checksumMode(ChecksumMode.ENABLED));

        assertThat(head.checksumSHA256()).isEqualTo(parts.get(0).checksumSHA256());
        assertThat(head.checksumType()).isEqualTo(ChecksumType.COMPOSITE);
        assertThat(head.contentLength()).isEqualTo(PART);
        assertThat(head.partsCount()).isEqualTo(2);
        assertThat(got.asUtf8String()).isEqualTo("end");
        assertThat(got.response().checksumSHA256()).isEqualTo(parts.get(1).checksumSHA256());
        assertThat(got.response().contentRange())
                .isEqualTo("bytes " + PART + "-" + (PART + 2) + "/" + (PART + 3));
        assertThat(got.response().partsCount()).isEqualTo(2);
        assertThat(s3.headObject(b -> b.bucket(bucket).key("m").partNumber(1)).checksumSHA256())
                .isNull();
    }

    /// The only part is the whole, and yet the object's checksum is one of checksums.
    @Test
    void theOnlyPartHasItsOwnChecksum() {
        var upload =
                s3.createMultipartUpload(b ->
                                b.bucket(bucket)
                                        .key("one")
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId();
        var part =
                s3.uploadPart(
                        b ->
                                b.bucket(bucket)
                                        .key("one")
                                        .uploadId(upload)
                                        .partNumber(5)
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256),
                        RequestBody.fromString("all"));
        var completed =
                CompletedPart.builder()
                        .partNumber(5)
                        .eTag(part.eTag())
                        .checksumSHA256(part.checksumSHA256())
                        .build();
        s3.completeMultipartUpload(b ->
                b.bucket(bucket)
                        .key("one")
                        .uploadId(upload)
                        .multipartUpload(m -> m.parts(completed)));

        var got =
                s3.getObjectAsBytes(b ->
                                b.bucket(bucket)
                                        .key("one")
                                        .partNumber(1)
                                        .checksumMode(ChecksumMode.ENABLED))
                        .response();

        assertThat(got.checksumSHA256()).isEqualTo(part.checksumSHA256());
        assertThat(got.partsCount()).isEqualTo(1);
    }

    @Test
    void thePromisedSizeMustComeTrue() {
        var upload =
                s3.createMultipartUpload(b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .checksumAlgorithm(ChecksumAlgorithm.SHA256))
                        .uploadId();
        var parts = parts(upload);

        var refusal =
                assertRefused(
                        400,
                        "InvalidRequest",
                        () ->
                                s3.completeMultipartUpload(b ->
                                        b.bucket(bucket)
                                                .key("m")
                                                .uploadId(upload)
                                                .mpuObjectSize(5L)
                                                .multipartUpload(m -> m.parts(parts))));

        assertThat(Refusals.message(refusal))
                .isEqualTo(
                        "The provided 'x-amz-mp-object-size' header value 5 does not match what"
                                + " was computed: "
                                + (PART + 3));
    }

    @Test
    void aVersionTellsItsOwn() {
        s3.putBucketVersioning(b ->
                b.bucket(bucket)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        var first =
                s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("one"))
                        .versionId();
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("three"));

        var told =
                s3.getObjectAttributes(
                        b -> b.bucket(bucket).key("k").versionId(first).objectAttributes(ALL));
        s3.deleteObject(b -> b.bucket(bucket).key("k"));

        assertThat(told.objectSize()).isEqualTo(3);
        assertThat(told.versionId()).isEqualTo(first);
        assertRefused(404, "NoSuchKey", () -> attributes("k"));
    }

    @Test
    void aReaderReplacesHeadersOfTheAnswer() {
        s3.putObject(
                b -> b.bucket(bucket).key("k").contentType("text/plain").cacheControl("no-store"),
                RequestBody.fromString("x"));

        var got =
                s3.getObjectAsBytes(b ->
                                b.bucket(bucket)
                                        .key("k")
                                        .responseContentType("application/pdf")
                                        .responseContentDisposition("attachment; filename=\"x\"")
                                        .responseCacheControl("max-age=9")
                                        .responseContentLanguage("ko")
                                        .responseContentEncoding("identity")
                                        .responseExpires(Instant.EPOCH))
                        .response();

        assertThat(got.contentType()).isEqualTo("application/pdf");
        assertThat(got.contentDisposition()).isEqualTo("attachment; filename=\"x\"");
        assertThat(got.cacheControl()).isEqualTo("max-age=9");
        assertThat(got.contentLanguage()).isEqualTo("ko");
        assertThat(got.contentEncoding()).isEqualTo("identity");
        assertThat(got.expiresString()).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(s3.headObject(b -> b.bucket(bucket).key("k")).contentType())
                .isEqualTo("text/plain");
    }

    @Test
    void aPartThatIsNotThereIsNamed() {
        s3.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("x"));

        var refusal =
                assertRefused(
                        416,
                        "InvalidPartNumber",
                        () -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").partNumber(2)));

        assertThat(document(refusal))
                .contains(
                        "<PartNumberRequested>2</PartNumberRequested>",
                        "<ActualPartCount>1</ActualPartCount>");
    }
}
