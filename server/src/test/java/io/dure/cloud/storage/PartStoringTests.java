package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.cloud.storage.ObjectStoring.Incoming;
import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.tagging.ObjectTags;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantScope;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// Versions that are too large for one body, as pages restore them; here they are smaller.
@ServerTest
@Import(TestingStorage.class)
class PartStoringTests {
    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] BYTES = new byte[2 * MEBIBYTE + 77];

    @Autowired TestingStorage storage;
    @Autowired TestingOwner owner;
    @Autowired ObjectVersions versions;
    @Autowired PartStoring parts;

    private Caller renter;
    private S3Client s3;

    @BeforeEach
    void twoVersions() {
        new Random(5).nextBytes(BYTES);
        renter = storage.renter(100L << 20);
        s3 = storage.client(renter);
        s3.createBucket(b -> b.bucket("bucket"));
        s3.putBucketVersioning(b ->
                b.bucket("bucket")
                        .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
    }

    private long unfinished() {
        return owner.count("storage.upload", renter.tenant())
                + owner.count("storage.bucket where pending_bytes > 0", renter.tenant());
    }

    @Test
    void whatIsTooLargeForOneBodyIsRestoredInParts() throws IOException {
        var old =
                s3.putObject(
                                b ->
                                        b.bucket("bucket")
                                                .key("k")
                                                .contentType("text/x")
                                                .tagging("colour=red"),
                                RequestBody.fromBytes(BYTES))
                        .versionId();
        s3.putObject(b -> b.bucket("bucket").key("k"), RequestBody.fromString("newer"));

        var restored =
                TenantScope.<Object, IOException>call(
                        renter.tenant(),
                        () ->
                                versions.restore(
                                        renter, "bucket", "k", VersionId.parse(old), MEBIBYTE));

        var got = s3.getObjectAsBytes(b -> b.bucket("bucket").key("k"));
        assertThat(restored).isNotNull();
        assertThat(got.asByteArray()).isEqualTo(BYTES);
        assertThat(got.response().eTag()).endsWith("-3\"");
        assertThat(got.response().contentType()).isEqualTo("text/x");
        assertThat(got.response().tagCount()).isEqualTo(1);
        assertThat(got.response().serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(s3.headObject(b -> b.bucket("bucket").key("k").partNumber(3)).contentLength())
                .isEqualTo(77);
        assertThat(unfinished()).isZero();
    }

    @Test
    void whatFailsInTheMiddleLeavesNothing() {
        var incoming =
                new Incoming(
                        Event.CREATED_COPY, "k", Attributes.NONE, ObjectTags.NONE, 3L * MEBIBYTE);

        assertThatThrownBy(() ->
                        TenantScope.<Object, IOException>call(
                                renter.tenant(),
                                () ->
                                        parts.store(
                                                renter,
                                                "bucket",
                                                incoming,
                                                MEBIBYTE,
                                                (range, sink) -> {
                                                    if (range.first() > 0) {
                                                        throw new IOException("gone");
                                                    }
                                                    sink.take(BYTES, MEBIBYTE);
                                                })))
                .hasMessage("gone");

        assertThat(unfinished()).isZero();
        assertThat(owner.count("storage.stored_object", renter.tenant())).isZero();
    }
}
