package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.metadata.ForwardingMetadata;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.InMemoryMetadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.VersionId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// An object that is replaced between the look at its ACL and the look at its bytes.
class JudgedRowTests {
    private final AtomicReference<Optional<Runnable>> afterALook =
            new AtomicReference<>(Optional.empty());
    private S3ServerFixture server;
    private AccessKey key;
    private S3Client s3;
    private S3Client stranger;

    /// Lets something happen after the next look at an object.
    private final class Replacing extends ForwardingMetadata {
        Replacing() {
            super(new InMemoryMetadata(1 << 20));
        }

        @Override
        public Found find(
                Namespace namespace, String bucket, String key, Optional<VersionId> version) {
            var found = super.find(namespace, bucket, key, version);
            afterALook.getAndSet(Optional.empty()).ifPresent(Runnable::run);
            return found;
        }
    }

    @BeforeEach
    void open() {
        server =
                new S3ServerFixture(Patience.DEFAULT, S3ServerFixture.newFolder(), new Replacing());
        key = server.key();
        server.name("acme", key.namespace());
        s3 = server.client(key);
        stranger = server.stranger("acme");
        s3.createBucket(b -> b.bucket("photos"));
        s3.deletePublicAccessBlock(b -> b.bucket("photos"));
        s3.putBucketOwnershipControls(b ->
                b.bucket("photos")
                        .ownershipControls(c ->
                                c.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                                                .build())));
    }

    @AfterEach
    void close() {
        stranger.close();
        s3.close();
        server.close();
    }

    private void put(String acl, String text) {
        s3.putObject(b -> b.bucket("photos").key("a").acl(acl), RequestBody.fromString(text));
    }

    private void replaceAfterTheNextLook() {
        afterALook.set(Optional.of(() -> put("private", "secret")));
    }

    private static String read(S3Client by, String name) {
        return by.getObjectAsBytes(b -> b.bucket("photos").key(name)).asUtf8String();
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    private void keepVersions() {
        s3.putBucketVersioning(b ->
                b.bucket("photos")
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    @Test
    void whatIsReadIsWhatTheAclWasOf() {
        keepVersions();
        put("public-read", "open");
        replaceAfterTheNextLook();

        assertThat(read(stranger, "a")).isEqualTo("open");
        assertDenied(() -> read(stranger, "a"));
    }

    @Test
    void whatCameInItsPlaceIsJudgedByItself() {
        put("public-read", "open");
        replaceAfterTheNextLook();

        assertDenied(() -> read(stranger, "a"));
        assertThat(read(s3, "a")).isEqualTo("secret");
    }

    @Test
    void aHeadTellsOfNoOtherObject() {
        put("public-read", "open");
        replaceAfterTheNextLook();

        assertThat(stranger.headObject(b -> b.bucket("photos").key("a")).contentLength())
                .isEqualTo("open".length());
    }

    @Test
    void whatIsCopiedIsWhatTheAclWasOf() {
        keepVersions();
        put("authenticated-read", "open");
        var writer = server.key(Set.of(Right.WRITE), Optional.empty(), key.namespace());
        replaceAfterTheNextLook();

        try (var client = server.client(writer)) {
            client.copyObject(b ->
                    b.sourceBucket("photos")
                            .sourceKey("a")
                            .destinationBucket("photos")
                            .destinationKey("copy"));
        }

        assertThat(read(s3, "copy")).isEqualTo("open");
    }
}
