package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.metadata.Namespace;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Buckets, and who may touch them.
class BucketTests {
    private static S3ServerFixture server;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void assertRefused(
            String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    @Test
    void bucketsAreCreatedListedAndDeleted() {
        try (var s3 = server.client(server.key())) {
            s3.createBucket(b -> b.bucket("photos"));
            s3.createBucket(b -> b.bucket("archive"));

            assertThat(s3.listBuckets().buckets())
                    .extracting(Bucket::name)
                    .containsExactly("archive", "photos");
            assertThat(s3.getBucketLocation(b -> b.bucket("photos")).locationConstraintAsString())
                    .isNullOrEmpty();
            s3.headBucket(b -> b.bucket("photos"));
            assertThatThrownBy(() -> s3.createBucket(b -> b.bucket("photos")))
                    .isInstanceOf(BucketAlreadyOwnedByYouException.class);
            s3.deleteBucket(b -> b.bucket("photos"));
            assertRefused("NoSuchBucket", () -> s3.deleteBucket(b -> b.bucket("photos")));
        }
    }

    @Test
    void aBucketWithObjectsStays() {
        try (var s3 = server.client(server.key())) {
            s3.createBucket(b -> b.bucket("full"));
            s3.putObject(b -> b.bucket("full").key("k"), RequestBody.fromString("x"));

            assertRefused("BucketNotEmpty", () -> s3.deleteBucket(b -> b.bucket("full")));
        }
    }

    @Test
    void namespacesShareNoNames() {
        try (var one = server.client(server.key());
                var other = server.client(server.key())) {
            one.createBucket(b -> b.bucket("same"));
            other.createBucket(b -> b.bucket("same"));
            one.putObject(b -> b.bucket("same").key("k"), RequestBody.fromString("one's"));

            assertThat(other.listObjectsV2(b -> b.bucket("same")).contents()).isEmpty();
        }
    }

    @Test
    void aReaderCannotWriteAndAWriterCannotMakeBuckets() {
        var namespace = new Namespace(UUID.randomUUID());
        try (var owner = client(EnumSet.allOf(Right.class), Optional.empty(), namespace);
                var reader = client(Set.of(Right.READ), Optional.empty(), namespace);
                var writer = client(Set.of(Right.READ, Right.WRITE), Optional.empty(), namespace)) {
            owner.createBucket(b -> b.bucket("rights"));
            writer.putObject(b -> b.bucket("rights").key("k"), RequestBody.fromString("x"));

            assertThat(reader.getObjectAsBytes(b -> b.bucket("rights").key("k")).asUtf8String())
                    .isEqualTo("x");
            assertRefused(
                    "AccessDenied", () -> reader.deleteObject(b -> b.bucket("rights").key("k")));
            assertRefused("AccessDenied", () -> writer.createBucket(b -> b.bucket("more")));
        }
    }

    @Test
    void aKeyForOneBucketTouchesNoOther() {
        var namespace = new Namespace(UUID.randomUUID());
        try (var owner = client(EnumSet.allOf(Right.class), Optional.empty(), namespace);
                var scoped =
                        client(
                                EnumSet.allOf(Right.class),
                                Optional.of(Set.of("mine")),
                                namespace)) {
            owner.createBucket(b -> b.bucket("mine"));
            owner.createBucket(b -> b.bucket("theirs"));
            owner.putObject(b -> b.bucket("theirs").key("k"), RequestBody.fromString("x"));
            scoped.putObject(b -> b.bucket("mine").key("k"), RequestBody.fromString("x"));

            assertRefused(
                    "AccessDenied",
                    () -> scoped.getObjectAsBytes(b -> b.bucket("theirs").key("k")));
            assertRefused(
                    "AccessDenied",
                    () ->
                            scoped.copyObject(b ->
                                    b.sourceBucket("theirs")
                                            .sourceKey("k")
                                            .destinationBucket("mine")
                                            .destinationKey("stolen")));
            assertThat(scoped.listBuckets().buckets())
                    .extracting(Bucket::name)
                    .containsExactly("mine");
        }
    }

    @Test
    void aSuspendedNamespaceIsShut() {
        var key = server.key();
        server.add(
                new AccessKey(
                        key.id(),
                        key.secret(),
                        key.namespace(),
                        "test",
                        key.rights(),
                        Optional.empty(),
                        true));
        try (var s3 = server.client(key)) {
            assertThatThrownBy(s3::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
        }
    }

    @Test
    void aBucketIsAddressedByHostAndATargetInAbsoluteForm() {
        var key = server.key();
        try (var byPath = server.client(key);
                var byHost =
                        server.builder(key)
                                .endpointOverride(
                                        java.net.URI.create(
                                                "http://acme."
                                                        + S3ServerFixture.DOMAIN
                                                        + ":"
                                                        + server.port()))
                                .forcePathStyle(false)
                                .httpClient(server.proxied())
                                .build()) {
            byPath.createBucket(b -> b.bucket("virtual"));
            byHost.putObject(b -> b.bucket("virtual").key("a/b"), RequestBody.fromString("x"));

            assertThat(byPath.getObjectAsBytes(b -> b.bucket("virtual").key("a/b")).asUtf8String())
                    .isEqualTo("x");
        }
    }

    @Test
    void whatIsNotBuiltSaysSo() {
        try (var s3 = server.client(server.key())) {
            s3.createBucket(b -> b.bucket("features"));

            assertRefused("NotImplemented", () -> s3.getBucketWebsite(b -> b.bucket("features")));
            assertRefused(
                    "NotImplemented",
                    () ->
                            s3.putObject(
                                    b ->
                                            b.bucket("features")
                                                    .key("k")
                                                    .serverSideEncryption("aws:kms"),
                                    RequestBody.fromString("x")));
            assertThat(s3.getBucketVersioning(b -> b.bucket("features")).statusAsString()).isNull();
            assertThat(s3.getBucketAcl(b -> b.bucket("features")).grants()).hasSize(1);
        }
    }

    private static S3Client client(
            Set<Right> rights, Optional<Set<String>> buckets, Namespace namespace) {
        return server.client(server.key(rights, buckets, namespace));
    }
}
