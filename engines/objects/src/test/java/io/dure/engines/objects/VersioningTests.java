package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.assertStatus;
import static io.dure.engines.objects.Refusals.document;
import static io.dure.engines.objects.Refusals.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;

/// Versions and delete markers, as the AWS SDK for Java sees them.
class VersioningTests {
    private static final String FOREIGN_ID = "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD";

    @RegisterExtension static final TestingS3 SERVER = new TestingS3();
    private final S3Client s3 = SERVER.client();
    private final String bucket = SERVER.bucket();

    @BeforeEach
    void enableVersions() {
        setVersioning(BucketVersioningStatus.ENABLED);
    }

    private void setVersioning(BucketVersioningStatus status) {
        s3.putBucketVersioning(
                b -> b.bucket(bucket).versioningConfiguration(v -> v.status(status)));
    }

    private String put(String key, String text) {
        return s3.putObject(b -> b.bucket(bucket).key(key), RequestBody.fromString(text))
                .versionId();
    }

    private String read(String key) {
        return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String();
    }

    private String read(String key, String version) {
        return s3.getObjectAsBytes(b -> b.bucket(bucket).key(key).versionId(version))
                .asUtf8String();
    }

    @Test
    void everyVersionIsKeptAndRead() {
        var first = put("k", "one");
        var second = put("k", "two");

        assertThat(read("k")).isEqualTo("two");
        assertThat(read("k", first)).isEqualTo("one");
        assertThat(read("k", second)).isEqualTo("two");
        assertThat(s3.headObject(b -> b.bucket(bucket).key("k")).versionId()).isEqualTo(second);
        assertThat(s3.headObject(b -> b.bucket(bucket).key("k").versionId(first)).versionId())
                .isEqualTo(first);
        assertThat(s3.getBucketVersioning(b -> b.bucket(bucket)).status())
                .isEqualTo(BucketVersioningStatus.ENABLED);
    }

    @Test
    void aBucketThatNeverHadVersionsDoesNotSpeakOfThem() {
        var plain = bucket + "-plain";
        s3.createBucket(b -> b.bucket(plain));

        var put = s3.putObject(b -> b.bucket(plain).key("k"), RequestBody.fromString("x"));

        assertThat(put.versionId()).isNull();
        assertThat(s3.getBucketVersioning(b -> b.bucket(plain)).status()).isNull();
        assertThat(s3.headObject(b -> b.bucket(plain).key("k")).versionId()).isNull();
        assertThat(
                        s3.getObjectAsBytes(b -> b.bucket(plain).key("k").versionId("null"))
                                .asUtf8String())
                .isEqualTo("x");
        assertThat(s3.listObjectVersions(b -> b.bucket(plain)).versions())
                .singleElement()
                .satisfies(version -> assertThat(version.versionId()).isEqualTo("null"));
        assertThat(s3.deleteObject(b -> b.bucket(plain).key("k")).deleteMarker()).isNull();
    }

    @Test
    void aDeletionLeavesAMarkerThatCanBeDeleted() {
        put("k", "one");

        var deleted = s3.deleteObject(b -> b.bucket(bucket).key("k"));

        assertThat(deleted.deleteMarker()).isTrue();
        var gone = assertRefused(404, "NoSuchKey", () -> read("k"));
        assertThat(header(gone, "x-amz-delete-marker")).isEqualTo("true");
        assertThat(header(gone, "x-amz-version-id")).isEqualTo(deleted.versionId());
        assertThat(document(gone)).contains("<Key>k</Key>");
        assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).contents()).isEmpty();

        var undone = s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(deleted.versionId()));

        assertThat(undone.deleteMarker()).isTrue();
        assertThat(undone.versionId()).isEqualTo(deleted.versionId());
        assertThat(read("k")).isEqualTo("one");
    }

    @Test
    void aMarkerCannotBeRead() {
        put("k", "one");
        var marker = s3.deleteObject(b -> b.bucket(bucket).key("k")).versionId();

        var got = assertRefused(405, "MethodNotAllowed", () -> read("k", marker));
        var head =
                assertStatus(
                        405, () -> s3.headObject(b -> b.bucket(bucket).key("k").versionId(marker)));

        assertThat(document(got))
                .contains("<Method>GET</Method>", "<ResourceType>DeleteMarker</ResourceType>");
        assertThat(header(got, "allow")).isEqualTo("DELETE");
        assertThat(header(head, "x-amz-delete-marker")).isEqualTo("true");
        assertThat(header(head, "last-modified")).isNotEmpty();
        assertRefused(
                405,
                "MethodNotAllowed",
                () -> s3.getObjectTagging(b -> b.bucket(bucket).key("k").versionId(marker)));
    }

    @Test
    void whatWasNeverThereGetsAMarkerToo() {
        var deleted = s3.deleteObject(b -> b.bucket(bucket).key("never"));

        assertThat(deleted.deleteMarker()).isTrue();
        assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).deleteMarkers())
                .extracting(DeleteMarkerEntry::versionId)
                .containsExactly(deleted.versionId());
    }

    @Test
    void anUnknownVersionIsNamed() {
        var gone = put("k", "one");
        s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(gone));
        put("k", "two");

        var unknown = assertRefused(404, "NoSuchVersion", () -> read("k", gone));
        var foreign = assertRefused(400, "InvalidArgument", () -> read("k", FOREIGN_ID));

        assertThat(document(unknown))
                .contains("<Key>k</Key>", "<VersionId>" + gone + "</VersionId>");
        assertThat(document(foreign))
                .contains(
                        "<Message>Invalid version id specified</Message>",
                        "<ArgumentName>versionId</ArgumentName>",
                        "<ArgumentValue>" + FOREIGN_ID + "</ArgumentValue>");
    }

    @Test
    void aSuspendedBucketOverwritesTheNullVersionOnly() {
        var kept = put("k", "one");
        setVersioning(BucketVersioningStatus.SUSPENDED);

        assertThat(put("k", "two")).isEqualTo("null");
        assertThat(put("k", "three")).isEqualTo("null");

        assertThat(read("k", "null")).isEqualTo("three");
        assertThat(read("k", kept)).isEqualTo("one");
        assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly("null", kept);

        var deleted = s3.deleteObject(b -> b.bucket(bucket).key("k"));

        assertThat(deleted.deleteMarker()).isTrue();
        assertThat(deleted.versionId()).isEqualTo("null");
        assertRefused(405, "MethodNotAllowed", () -> read("k", "null"));
        assertThat(read("k", kept)).isEqualTo("one");

        setVersioning(BucketVersioningStatus.ENABLED);
        var last = put("k", "four");
        assertThat(s3.listObjectVersions(b -> b.bucket(bucket)).versions())
                .extracting(ObjectVersion::versionId)
                .containsExactly(last, kept);
    }

    @Test
    void whatWasThereBeforeVersionsIsTheNullVersion() {
        var late = bucket + "-late";
        s3.createBucket(b -> b.bucket(late));
        s3.putObject(b -> b.bucket(late).key("k"), RequestBody.fromString("before"));
        s3.putBucketVersioning(b ->
                b.bucket(late)
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        s3.putObject(b -> b.bucket(late).key("k"), RequestBody.fromString("after"));

        assertThat(
                        s3.getObjectAsBytes(b -> b.bucket(late).key("k").versionId("null"))
                                .asUtf8String())
                .isEqualTo("before");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 1000})
    void pagesListEveryVersionOnceNewestFirst(int pageSize) {
        var expected = new ArrayList<String>();
        for (var key : List.of("a", "b/1", "b/2", "ㄷ &+")) {
            var versions = new ArrayList<String>();
            for (var number = 0; number < 3; number++) {
                versions.add(key + " " + put(key, "x"));
            }
            Collections.reverse(versions);
            expected.addAll(versions);
        }
        var marker = s3.deleteObject(b -> b.bucket(bucket).key("b/2")).versionId();

        var pages =
                s3.listObjectVersionsPaginator(b -> b.bucket(bucket).maxKeys(pageSize)).stream()
                        .toList();

        assertThat(pages.stream().flatMap(page -> page.versions().stream()))
                .extracting(version -> version.key() + " " + version.versionId())
                .containsExactlyElementsOf(expected);
        assertThat(pages.stream().flatMap(page -> page.versions().stream()))
                .extracting(ObjectVersion::isLatest)
                .containsExactly(
                        true, false, false, true, false, false, false, false, false, true, false,
                        false);
        assertThat(pages.stream().flatMap(page -> page.deleteMarkers().stream()))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.versionId()).isEqualTo(marker);
                    assertThat(entry.isLatest()).isTrue();
                });
        assertThat(
                        pages.stream()
                                .mapToInt(page ->
                                        page.versions().size() + page.deleteMarkers().size()))
                .allMatch(size -> size <= pageSize);
    }

    @Test
    void aDelimiterFoldsVersions() {
        put("a", "x");
        put("b/1", "x");
        put("b/1", "y");
        s3.deleteObject(b -> b.bucket(bucket).key("b/2"));

        var folded = s3.listObjectVersions(b -> b.bucket(bucket).delimiter("/"));
        var below = s3.listObjectVersions(b -> b.bucket(bucket).prefix("b/"));

        assertThat(folded.commonPrefixes()).extracting(CommonPrefix::prefix).containsExactly("b/");
        assertThat(folded.versions()).hasSize(1);
        assertThat(folded.deleteMarkers()).isEmpty();
        assertThat(below.versions()).hasSize(2);
        assertThat(below.deleteMarkers()).hasSize(1);
    }

    @Test
    void aVersionMarkerNeedsAKeyMarker() {
        var refusal =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () -> s3.listObjectVersions(b -> b.bucket(bucket).versionIdMarker("null")));

        assertThat(document(refusal)).contains("<ArgumentName>version-id-marker</ArgumentName>");
    }

    private static ObjectIdentifier named(String key, String version) {
        return ObjectIdentifier.builder().key(key).versionId(version).build();
    }

    @Test
    void manyAreDeletedAtOnceEachByItsVersionOrWithAMarker() {
        var first = put("k", "one");
        put("k", "two");
        var old = s3.deleteObject(b -> b.bucket(bucket).key("old")).versionId();

        var answer =
                s3.deleteObjects(b ->
                        b.bucket(bucket)
                                .delete(d ->
                                        d.objects(
                                                named("k", first),
                                                ObjectIdentifier.builder().key("k").build(),
                                                named("old", old),
                                                named("k", FOREIGN_ID))));

        assertThat(answer.deleted())
                .extracting(DeletedObject::key)
                .containsExactly("k", "k", "old");
        assertThat(answer.deleted().get(0).versionId()).isEqualTo(first);
        assertThat(answer.deleted().get(0).deleteMarker()).isNull();
        assertThat(answer.deleted().get(1).deleteMarker()).isTrue();
        assertThat(answer.deleted().get(1).deleteMarkerVersionId()).isNotNull();
        assertThat(answer.deleted().get(2).deleteMarkerVersionId()).isEqualTo(old);
        assertThat(answer.errors())
                .singleElement()
                .extracting(S3Error::code, S3Error::versionId)
                .containsExactly("NoSuchVersion", FOREIGN_ID);
    }

    @Test
    void aVersionIsCopied() {
        var first = put("k", "one");
        put("k", "two");

        var copied =
                s3.copyObject(b ->
                        b.sourceBucket(bucket)
                                .sourceKey("k")
                                .sourceVersionId(first)
                                .destinationBucket(bucket)
                                .destinationKey("k"));

        assertThat(copied.copySourceVersionId()).isEqualTo(first);
        assertThat(copied.versionId()).isNotEqualTo(first);
        assertThat(read("k")).isEqualTo("one");
    }

    @Test
    void aMarkerIsNotCopied() {
        put("k", "one");
        var marker = s3.deleteObject(b -> b.bucket(bucket).key("k")).versionId();

        var current = assertRefused(404, "NoSuchKey", () -> copy(source -> {}));
        assertThat(document(current)).contains("<Key>k</Key>");
        assertRefused(400, "InvalidRequest", () -> copy(source -> source.sourceVersionId(marker)));
    }

    private void copy(Consumer<CopyObjectRequest.Builder> source) {
        s3.copyObject(b -> {
            b.sourceBucket(bucket).sourceKey("k").destinationBucket(bucket).destinationKey("copy");
            source.accept(b);
        });
    }

    @Test
    void aFinishedUploadIsAVersion() {
        var before = put("k", "one");
        var upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("k")).uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(1),
                        RequestBody.fromString("two"));

        var done =
                s3.completeMultipartUpload(b ->
                        b.bucket(bucket)
                                .key("k")
                                .uploadId(upload)
                                .multipartUpload(m ->
                                        m.parts(
                                                CompletedPart.builder()
                                                        .partNumber(1)
                                                        .eTag(part.eTag())
                                                        .build())));

        assertThat(done.versionId()).isNotEqualTo(before);
        assertThat(read("k")).isEqualTo("two");
        assertThat(read("k", before)).isEqualTo("one");
    }

    @Test
    void aBucketWithVersionsIsNotEmpty() {
        var version = put("k", "one");
        var marker = s3.deleteObject(b -> b.bucket(bucket).key("k")).versionId();

        var full =
                assertRefused(409, "BucketNotEmpty", () -> s3.deleteBucket(b -> b.bucket(bucket)));
        assertThat(document(full)).contains("<BucketName>" + bucket + "</BucketName>");
        s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(version));
        s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(marker));

        s3.deleteBucket(b -> b.bucket(bucket));
    }

    @Test
    void deletedVersionsLeaveTheDisk() {
        var before = SERVER.server().bodies();
        var first = put("k", "one");
        var second = put("k", "two");
        assertThat(SERVER.server().bodies()).isEqualTo(before + 2);

        s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(first));
        s3.deleteObject(b -> b.bucket(bucket).key("k").versionId(second));

        assertThat(SERVER.server().bodies()).isEqualTo(before);
    }
}
