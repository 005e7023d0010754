package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Access control lists as stock clients put and read them.
class BucketAclTests {
    private S3ServerFixture server;
    private AccessKey key;
    private S3Client s3;

    @BeforeEach
    void makeABucket() {
        server = new S3ServerFixture();
        key = server.key();
        s3 = server.client(key);
        s3.createBucket(b -> b.bucket("photos"));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    private void ownership(ObjectOwnership ownership) {
        s3.putBucketOwnershipControls(b ->
                b.bucket("photos")
                        .ownershipControls(c ->
                                c.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership(ownership)
                                                .build())));
    }

    private void put(String acl) {
        s3.putObject(b -> b.bucket("photos").key("a").acl(acl), RequestBody.fromString("a"));
    }

    private static void assertRefused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                            assertThat(e.statusCode()).isEqualTo(status);
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "bucket-owner-full-control"})
    void whatIsSoAnywayIsTakenWhereAclsAreOff(String acl) {
        put(acl);
        s3.putBucketAcl(b -> b.bucket("photos").acl(acl));
        s3.putObjectAcl(b -> b.bucket("photos").key("a").acl(acl));

        assertThat(s3.getBucketAcl(b -> b.bucket("photos")).grants())
                .extracting(Grant::permission)
                .containsExactly(Permission.FULL_CONTROL);
        assertThat(s3.getObjectAcl(b -> b.bucket("photos").key("a")).owner().id())
                .isEqualTo(key.namespace().id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-read", "public-read-write", "authenticated-read"})
    void nothingElseIsTakenWhereAclsAreOff(String acl) {
        var code = "AccessControlListNotSupported";

        assertRefused(400, code, () -> put(acl));
        assertRefused(400, code, () -> s3.putBucketAcl(b -> b.bucket("photos").acl(acl)));
        assertRefused(
                400,
                code,
                () -> s3.createMultipartUpload(b -> b.bucket("photos").key("a").acl(acl)));
        put("private");
        assertRefused(400, code, () -> s3.putObjectAcl(b -> b.bucket("photos").key("a").acl(acl)));
    }

    @Test
    void aPublicAclIsRefusedWhileThoseAreBlocked() {
        ownership(ObjectOwnership.OBJECT_WRITER);

        assertRefused(
                403,
                "AccessDenied",
                () -> s3.putBucketAcl(b -> b.bucket("photos").acl("public-read")));
        assertRefused(403, "AccessDenied", () -> put("public-read"));
        s3.deletePublicAccessBlock(b -> b.bucket("photos"));
        s3.putBucketAcl(b -> b.bucket("photos").acl("public-read"));
        assertThat(s3.getBucketAcl(b -> b.bucket("photos")).grants()).hasSize(2);
        put("public-read");
        assertRefused(
                400,
                "InvalidBucketAclWithObjectOwnership",
                () -> ownership(ObjectOwnership.BUCKET_OWNER_ENFORCED));
        s3.putBucketAcl(b -> b.bucket("photos").acl("private"));
        ownership(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    }

    @Test
    void anAclIsPutAsItIsRead() {
        ownership(ObjectOwnership.BUCKET_OWNER_PREFERRED);
        var policy = s3.getBucketAcl(b -> b.bucket("photos"));

        s3.putBucketAcl(b ->
                b.bucket("photos")
                        .accessControlPolicy(p -> p.owner(policy.owner()).grants(policy.grants())));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        s3.putBucketAcl(b ->
                                b.bucket("photos")
                                        .accessControlPolicy(p ->
                                                p.owner(o ->
                                                                o.id(
                                                                        "0190f0b2-1111-7aaa-8bbb-000000000001"))
                                                        .grants(policy.grants()))));
        assertRefused(400, "MissingSecurityHeader", () -> s3.putBucketAcl(b -> b.bucket("photos")));
    }

    @Test
    void aBucketIsMadeWithWhatItsHeadersSay() {
        s3.createBucket(b -> b.bucket("plain").acl("private"));
        s3.createBucket(b -> b.bucket("owned").objectOwnership(ObjectOwnership.OBJECT_WRITER));

        assertThat(
                        s3.getBucketOwnershipControls(b -> b.bucket("owned"))
                                .ownershipControls()
                                .rules())
                .extracting(OwnershipControlsRule::objectOwnership)
                .containsExactly(ObjectOwnership.OBJECT_WRITER);
        assertRefused(
                400,
                "InvalidBucketAclWithObjectOwnership",
                () -> s3.createBucket(b -> b.bucket("open").acl("public-read")));
        assertRefused(
                403,
                "AccessDenied",
                () ->
                        s3.createBucket(b ->
                                b.bucket("open")
                                        .acl("public-read")
                                        .objectOwnership(ObjectOwnership.OBJECT_WRITER)));
        assertRefused(
                400,
                "InvalidArgument",
                () -> s3.createBucket(b -> b.bucket("open").objectOwnership("Somebody")));
        assertThatThrownBy(() -> s3.headBucket(b -> b.bucket("open")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    }

    @Test
    void theAclOfWhatIsNotThereIsNotThere() {
        assertRefused(404, "NoSuchKey", () -> s3.getObjectAcl(b -> b.bucket("photos").key("gone")));
        assertRefused(404, "NoSuchBucket", () -> s3.getBucketAcl(b -> b.bucket("unknown")));
    }
}
