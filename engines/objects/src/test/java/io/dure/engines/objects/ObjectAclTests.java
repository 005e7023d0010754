package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The ACLs of objects, in a bucket whose owner turned them on, and what strangers may by them.
class ObjectAclTests {
    private static final String ALL_USERS =
            "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"";

    private S3ServerFixture server;
    private AccessKey key;
    private S3Client s3;
    private S3Client stranger;

    @BeforeEach
    void makeABucketWithAcls() {
        server = new S3ServerFixture();
        key = server.key();
        server.name("acme", key.namespace());
        s3 = server.client(key);
        stranger = server.stranger("acme");
        s3.createBucket(b -> b.bucket("photos"));
        s3.deletePublicAccessBlock(b -> b.bucket("photos"));
        ownership(ObjectOwnership.OBJECT_WRITER);
    }

    @AfterEach
    void stop() {
        stranger.close();
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

    private void put(String name, String acl) {
        s3.putObject(b -> b.bucket("photos").key(name).acl(acl), RequestBody.fromString("a"));
    }

    private String read(S3Client by, String name) {
        return by.getObjectAsBytes(b -> b.bucket("photos").key(name)).asUtf8String();
    }

    private List<String> grants(String name) {
        return s3.getObjectAcl(b -> b.bucket("photos").key(name)).grants().stream()
                .map(grant -> grant.grantee().typeAsString() + " " + grant.permissionAsString())
                .toList();
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
    }

    private String send(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anObjectThatEveryoneMayReadIsReadUnderItsHost() throws IOException {
        put("a", "public-read");
        put("b", "private");

        assertThat(
                        send(
                                "GET /a HTTP/1.1\r\nHost: photos.acme.s3.localhost\r\nConnection: close\r\n\r\n"
                                        .getBytes(StandardCharsets.UTF_8)))
                .startsWith("HTTP/1.1 200")
                .endsWith("\r\n\r\na");
        assertDenied(() -> read(stranger, "b"));
        assertDenied(() -> read(stranger, "gone"));
        assertDenied(() -> stranger.getObjectAcl(b -> b.bucket("photos").key("a")));
        assertDenied(() -> stranger.deleteObject(b -> b.bucket("photos").key("a")));
        assertThat(grants("a")).containsExactly("CanonicalUser FULL_CONTROL", "Group READ");
        assertThat(grants("b")).containsExactly("CanonicalUser FULL_CONTROL");
    }

    @Test
    void everyUploadBringsItsAcl() throws IOException {
        put("a", "public-read");
        s3.copyObject(b ->
                b.sourceBucket("photos")
                        .sourceKey("a")
                        .destinationBucket("photos")
                        .destinationKey("copy"));
        s3.copyObject(b ->
                b.sourceBucket("photos")
                        .sourceKey("a")
                        .destinationBucket("photos")
                        .destinationKey("open")
                        .acl("public-read"));
        upload("parts");
        send(
                new PostForm()
                        .with("key", "form")
                        .with("acl", "public-read")
                        .file("f", "a".getBytes(StandardCharsets.UTF_8))
                        .signedBy(key, "photos", InstantSource.system().instant())
                        .request("127.0.0.1", "/photos", ""));

        assertDenied(() -> read(stranger, "copy"));
        for (var name : List.of("open", "parts", "form")) {
            assertThat(read(stranger, name)).isEqualTo("a");
        }
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("new"));
        assertDenied(() -> read(stranger, "a"));
    }

    private void upload(String name) {
        var id =
                s3.createMultipartUpload(b -> b.bucket("photos").key(name).acl("public-read"))
                        .uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket("photos").key(name).uploadId(id).partNumber(1),
                        RequestBody.fromString("a"));
        s3.completeMultipartUpload(b ->
                b.bucket("photos")
                        .key(name)
                        .uploadId(id)
                        .multipartUpload(u ->
                                u.parts(
                                        CompletedPart.builder()
                                                .partNumber(1)
                                                .eTag(part.eTag())
                                                .build())));
    }

    @Test
    void anAclIsChangedByAWordByGrantsAndAsADocument() {
        put("a", "private");

        s3.putObjectAcl(b -> b.bucket("photos").key("a").acl("public-read"));
        assertThat(read(stranger, "a")).isEqualTo("a");

        s3.putObjectAcl(b -> b.bucket("photos").key("a").grantReadACP(ALL_USERS));
        assertDenied(() -> read(stranger, "a"));
        var acl = stranger.getObjectAcl(b -> b.bucket("photos").key("a"));
        assertThat(acl.grants()).hasSize(1);

        put("b", "public-read");
        var open = s3.getObjectAcl(b -> b.bucket("photos").key("b"));
        s3.putObjectAcl(b ->
                b.bucket("photos")
                        .key("a")
                        .accessControlPolicy(p -> p.owner(open.owner()).grants(open.grants())));
        assertThat(read(stranger, "a")).isEqualTo("a");
    }

    @Test
    void whoMayWriteAnAclMayChangeIt() {
        put("a", "private");
        assertDenied(
                () -> stranger.putObjectAcl(b -> b.bucket("photos").key("a").acl("public-read")));

        s3.putObjectAcl(b -> b.bucket("photos").key("a").grantWriteACP(ALL_USERS));
        stranger.putObjectAcl(b -> b.bucket("photos").key("a").acl("public-read"));

        assertThat(read(stranger, "a")).isEqualTo("a");
    }

    @Test
    void everyKeyOfTheOrganisationIsAuthenticatedAndNoOtherIs() {
        put("a", "authenticated-read");
        var other = server.key(Set.of(Right.READ), Optional.of(Set.of()), key.namespace());

        try (var colleague = server.client(other);
                var elsewhere = server.client(server.key())) {
            assertThat(read(colleague, "a")).isEqualTo("a");
            assertThatThrownBy(() -> read(elsewhere, "a")).isInstanceOf(S3Exception.class);
        }
        assertDenied(() -> read(stranger, "a"));
    }

    @Test
    void eachVersionHasItsOwn() {
        s3.putBucketVersioning(b ->
                b.bucket("photos")
                        .versioningConfiguration(c -> c.status(BucketVersioningStatus.ENABLED)));
        var first =
                s3.putObject(
                                b -> b.bucket("photos").key("a").acl("public-read"),
                                RequestBody.fromString("first"))
                        .versionId();
        put("a", "private");

        assertDenied(() -> read(stranger, "a"));
        assertThat(
                        stranger.getObjectAsBytes(b -> b.bucket("photos").key("a").versionId(first))
                                .asUtf8String())
                .isEqualTo("first");
        s3.putObjectAcl(b -> b.bucket("photos").key("a").versionId(first).acl("private"));
        assertDenied(
                () -> stranger.getObjectAsBytes(b -> b.bucket("photos").key("a").versionId(first)));
    }

    @Test
    void anAclCountsAsLongAsTheBucketLetsIt() {
        put("a", "public-read");

        s3.putPublicAccessBlock(b ->
                b.bucket("photos")
                        .publicAccessBlockConfiguration(
                                c -> c.blockPublicAcls(true).ignorePublicAcls(true)));
        assertDenied(() -> read(stranger, "a"));
        assertDenied(() -> put("b", "public-read"));
        assertDenied(() -> s3.putObjectAcl(b -> b.bucket("photos").key("a").acl("public-read")));
        s3.deletePublicAccessBlock(b -> b.bucket("photos"));
        assertThat(read(stranger, "a")).isEqualTo("a");

        ownership(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        assertDenied(() -> read(stranger, "a"));
        assertThat(grants("a")).containsExactly("CanonicalUser FULL_CONTROL");
    }
}
