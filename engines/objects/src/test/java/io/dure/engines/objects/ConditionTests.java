package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.assertStatus;
import static io.dure.engines.objects.Refusals.document;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/// Reads, writes, copies and deletions that only happen if the object is as the client saw it.
class ConditionTests {
    private static final String OTHER = "\"00000000000000000000000000000000\"";

    @RegisterExtension static final TestingS3 SERVER = new TestingS3();
    private final S3Client s3 = SERVER.client();
    private final String bucket = SERVER.bucket();

    private String put(String key, String text) {
        return s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(text)).eTag();
    }

    private void enableVersioning() {
        s3.putBucketVersioning(b ->
                b.bucket(bucket)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    @Test
    void aFailedConditionIsNamed() {
        put("k", "x");

        var match =
                assertRefused(
                        412,
                        "PreconditionFailed",
                        () -> s3.getObjectAsBytes(b -> b.bucket(bucket).key("k").ifMatch(OTHER)));
        var unmodified =
                assertRefused(
                        412,
                        "PreconditionFailed",
                        () ->
                                s3.getObjectAsBytes(b ->
                                        b.bucket(bucket)
                                                .key("k")
                                                .ifUnmodifiedSince(Instant.EPOCH)));
        var none =
                assertRefused(
                        412,
                        "PreconditionFailed",
                        () ->
                                s3.putObject(
                                        b -> b.bucket(bucket).key("k").ifNoneMatch("*"),
                                        RequestBody.fromString("y")));

        assertThat(document(match)).contains("<Condition>If-Match</Condition>");
        assertThat(document(unmodified)).contains("<Condition>If-Unmodified-Since</Condition>");
        assertThat(document(none)).contains("<Condition>If-None-Match</Condition>");
        assertStatus(412, () -> s3.headObject(b -> b.bucket(bucket).key("k").ifMatch(OTHER)));
    }

    @Test
    void onlyAStarMeansThatNothingIsThere() {
        var etag = put("k", "x");

        var refusal =
                assertRefused(
                        501,
                        "NotImplemented",
                        () ->
                                s3.putObject(
                                        b -> b.bucket(bucket).key("k").ifNoneMatch(etag),
                                        RequestBody.fromString("y")));

        assertThat(document(refusal)).contains("<Header>If-None-Match</Header>");
    }

    @Test
    void aDeletionHappensOnlyIfTheObjectIsAsItWasSeen() {
        var etag = put("k", "x");

        assertRefused(
                412,
                "PreconditionFailed",
                () -> s3.deleteObject(b -> b.bucket(bucket).key("k").ifMatch(OTHER)));
        s3.deleteObject(b -> b.bucket(bucket).key("k").ifMatch(etag));

        assertRefused(
                404,
                "NoSuchKey",
                () -> s3.deleteObject(b -> b.bucket(bucket).key("k").ifMatch(etag)));
    }

    @Test
    void ofManyThoseThatChangedStay() {
        var etag = put("same", "x");
        put("changed", "y");

        var answer =
                s3.deleteObjects(b ->
                        b.bucket(bucket)
                                .delete(d ->
                                        d.objects(
                                                ObjectIdentifier.builder()
                                                        .key("same")
                                                        .eTag(etag)
                                                        .build(),
                                                ObjectIdentifier.builder()
                                                        .key("changed")
                                                        .eTag(etag)
                                                        .build())));

        assertThat(answer.deleted())
                .singleElement()
                .satisfies(done -> assertThat(done.key()).isEqualTo("same"));
        assertThat(answer.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("PreconditionFailed"));
    }

    @Test
    void conditionsAreAboutTheCurrentVersion() {
        enableVersioning();
        var first = put("k", "one");
        var second = put("k", "two");

        assertRefused(
                412,
                "PreconditionFailed",
                () ->
                        s3.putObject(
                                b -> b.bucket(bucket).key("k").ifMatch(first),
                                RequestBody.fromString("three")));
        assertRefused(
                412,
                "PreconditionFailed",
                () -> s3.deleteObject(b -> b.bucket(bucket).key("k").ifMatch(first)));
        s3.deleteObject(b -> b.bucket(bucket).key("k").ifMatch(second));

        s3.putObject(
                b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("four"));
        assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).versions()).hasSize(3);
    }

    @Test
    void aCopyIsConditionalOnItsSource() {
        var etag = put("k", "x");

        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("copy")
                        .copySourceIfMatch(etag));
        var refusal =
                assertRefused(
                        412,
                        "PreconditionFailed",
                        () ->
                                s3.copyObject(b ->
                                        b.sourceBucket(bucket)
                                                .sourceKey("k")
                                                .destinationBucket(bucket)
                                                .destinationKey("copy")
                                                .copySourceIfNoneMatch(etag)));

        assertThat(document(refusal))
                .contains("<Condition>x-amz-copy-source-If-None-Match</Condition>");
    }

    @Test
    void anUploadInPartsIsFinishedOnlyWhereNothingIs() {
        put("k", "x");
        var upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                        RequestBody.fromString("y"));
        var parts = CompletedPart.builder().partNumber(1).eTag(part.eTag()).build();

        assertRefused(
                412,
                "PreconditionFailed",
                () ->
                        s3.completeMultipartUpload(b ->
                                b.bucket(bucket)
                                        .key("k")
                                        .uploadId(upload)
                                        .ifNoneMatch("*")
                                        .multipartUpload(m -> m.parts(parts))));
        s3.deleteObject(b -> b.bucket(bucket).key("k"));

        s3.completeMultipartUpload(b ->
                b.bucket(bucket)
                        .key("k")
                        .uploadId(upload)
                        .ifNoneMatch("*")
                        .multipartUpload(m -> m.parts(parts)));
    }
}
