package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dure.ServerTest;
import io.dure.platform.tenancy.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Two organisations with the same buckets, each with policies that say whatever they like of the
/// other: neither sees, changes or even notices anything of the other's.
@ServerTest
@Import(TestingStorage.class)
class NeighboursTests {
    private static final String BUCKET = "shared";
    private static final String KEY = "결재/비밀.txt";
    private static final String SECRET = "one's own words";

    @Autowired TestingStorage storage;

    private Caller one;
    private Caller other;
    private S3Client ones;
    private S3Client others;
    private String version;
    private String upload;
    private List<String> before;

    @BeforeEach
    void twoOrganisations() {
        one = storage.renter(10L << 20);
        other = storage.renter(10L << 20);
        ones = storage.client(one);
        others = storage.client(other);
        for (var client : List.of(ones, others)) {
            client.createBucket(request -> request.bucket(BUCKET));
            client.putBucketVersioning(request ->
                    request.bucket(BUCKET)
                            .versioningConfiguration(versioning ->
                                    versioning.status(BucketVersioningStatus.ENABLED)));
            client.deletePublicAccessBlock(request -> request.bucket(BUCKET));
        }
        version =
                ones.putObject(
                                request -> request.bucket(BUCKET).key(KEY),
                                RequestBody.fromString(SECRET))
                        .versionId();
        upload =
                ones.createMultipartUpload(request -> request.bucket(BUCKET).key("parts"))
                        .uploadId();
        // One lets everybody in, and the other's account by name; the other claims one's.
        policy(ones, "*", "Allow");
        policy(others, "*", "Allow");
        before = everythingOf(ones);
    }

    @AfterEach
    void close() {
        ones.close();
        others.close();
    }

    private void policy(S3Client client, String principal, String effect) {
        client.putBucketPolicy(request ->
                request.bucket(BUCKET)
                        .policy(
                                """
                                {"Version": "2012-10-17", "Statement": [{
                                  "Effect": "%s", "Principal": %s, "Action": "s3:*",
                                  "Resource": ["arn:aws:s3:::shared", "arn:aws:s3:::shared/*"]}]}
                                """
                                        .formatted(effect, principal(principal))));
    }

    private static String principal(String principal) {
        return principal.equals("*") ? "\"*\"" : "{\"AWS\": \"" + principal + "\"}";
    }

    private static String root(Caller caller) {
        return "arn:aws:iam::" + caller.tenant().value() + ":root";
    }

    /// All that S3 shows of a bucket.
    private static List<String> everythingOf(S3Client client) {
        var all = new ArrayList<String>();
        var versions = client.listObjectVersions(request -> request.bucket(BUCKET));
        versions.versions()
                .forEach(each -> all.add(each.key() + " " + each.versionId() + " " + each.eTag()));
        versions.deleteMarkers().forEach(each -> all.add("marker " + each.versionId()));
        client.listMultipartUploads(request -> request.bucket(BUCKET))
                .uploads()
                .forEach(each -> all.add("upload " + each.uploadId()));
        all.add(client.getBucketPolicy(request -> request.bucket(BUCKET)).policy());
        all.add(client.getBucketVersioning(request -> request.bucket(BUCKET)).toString());
        return all;
    }

    private static String refused(ThrowingCallable request) {
        var refusal = catchThrowableOfType(S3Exception.class, request);
        assertThat(refusal).isNotNull();
        return refusal.awsErrorDetails().errorCode();
    }

    @Test
    void aNameMeansTheCallersOwnWhateverPoliciesAllow() {
        policy(ones, root(other), "Allow");
        before = everythingOf(ones);

        assertThat(others.listObjectsV2(request -> request.bucket(BUCKET)).contents()).isEmpty();
        assertThat(refused(() -> others.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY))))
                .isEqualTo("NoSuchKey");
        assertThat(
                        refused(() ->
                                others.getObjectAsBytes(
                                        get -> get.bucket(BUCKET).key(KEY).versionId(version))))
                .isEqualTo("NoSuchVersion");
        assertThat(
                        refused(() ->
                                others.copyObject(copy ->
                                        copy.sourceBucket(BUCKET)
                                                .sourceKey(KEY)
                                                .sourceVersionId(version)
                                                .destinationBucket(BUCKET)
                                                .destinationKey("taken"))))
                .isIn("NoSuchVersion", "NoSuchKey");
        assertThat(everythingOf(ones)).isEqualTo(before);
    }

    @Test
    void nothingOfAnothersIsChangedByWhoKnowsItsIds() {
        others.putObject(put -> put.bucket(BUCKET).key(KEY), RequestBody.fromString("mine"));

        assertThat(
                        refused(() ->
                                others.uploadPart(
                                        part ->
                                                part.bucket(BUCKET)
                                                        .key("parts")
                                                        .uploadId(upload)
                                                        .partNumber(1),
                                        RequestBody.fromString("x"))))
                .isEqualTo("NoSuchUpload");
        assertThat(
                        refused(() ->
                                others.abortMultipartUpload(abort ->
                                        abort.bucket(BUCKET).key("parts").uploadId(upload))))
                .isEqualTo("NoSuchUpload");
        others.deleteObject(delete -> delete.bucket(BUCKET).key(KEY).versionId(version));
        others.deleteObject(delete -> delete.bucket(BUCKET).key(KEY));

        assertThat(everythingOf(ones)).isEqualTo(before);
        assertThat(ones.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asUtf8String())
                .isEqualTo(SECRET);
    }

    @Test
    void aPolicyThatDeniesOnesAccountLocksNobodyOutButItsAuthors() {
        policy(others, root(one), "Deny");

        assertThat(ones.getObjectAsBytes(get -> get.bucket(BUCKET).key(KEY)).asUtf8String())
                .isEqualTo(SECRET);
        assertThat(everythingOf(ones)).isEqualTo(before);
    }

    @Test
    void aPolicyMayNameNobodyElsesBucket() {
        assertThat(
                        refused(() ->
                                others.putBucketPolicy(put ->
                                        put.bucket(BUCKET)
                                                .policy(
                                                        """
                                                        {"Version": "2012-10-17", "Statement": [{
                                                          "Effect": "Allow", "Principal": "*",
                                                          "Action": "s3:*", "Resource": "arn:aws:s3:::theirs/*"}]}
                                                        """))))
                .isEqualTo("MalformedPolicy");
    }

    @Test
    void deletingOnesOwnBucketLeavesTheOthersOfTheSameName() {
        others.deleteBucket(delete -> delete.bucket(BUCKET));

        assertThat(refused(() -> others.listObjectsV2(list -> list.bucket(BUCKET))))
                .isEqualTo("NoSuchBucket");
        assertThat(everythingOf(ones)).isEqualTo(before);
    }

    @Test
    void usageIsTheOwnersAlone() {
        var small = storage.renter(8);
        try (var client = storage.client(small)) {
            client.createBucket(create -> create.bucket(BUCKET));
            assertThat(
                            refused(() ->
                                    client.putObject(
                                            put -> put.bucket(BUCKET).key(KEY),
                                            RequestBody.fromString(SECRET))))
                    .isNotEmpty();
            assertThat(client.listObjectsV2(list -> list.bucket(BUCKET)).contents()).isEmpty();
        }
        assertThat(Stream.of(ones, others).map(each -> each.listBuckets().buckets().size()))
                .containsOnly(1);
    }
}
