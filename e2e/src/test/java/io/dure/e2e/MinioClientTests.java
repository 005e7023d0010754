package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.minio.BucketExistsArgs;
import io.minio.ComposeObjectArgs;
import io.minio.ComposeSource;
import io.minio.CopyObjectArgs;
import io.minio.CopySource;
import io.minio.DeleteBucketPolicyArgs;
import io.minio.DeleteObjectTagsArgs;
import io.minio.DisableObjectLegalHoldArgs;
import io.minio.EnableObjectLegalHoldArgs;
import io.minio.GetBucketLifecycleArgs;
import io.minio.GetBucketNotificationArgs;
import io.minio.GetBucketPolicyArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectRetentionArgs;
import io.minio.GetObjectTagsArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.IsObjectLegalHoldEnabledArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.ServerSideEncryptionCustomerKey;
import io.minio.SetBucketLifecycleArgs;
import io.minio.SetBucketPolicyArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.SetObjectRetentionArgs;
import io.minio.SetObjectTagsArgs;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.http.Method;
import io.minio.messages.DeleteObject;
import io.minio.messages.Expiration;
import io.minio.messages.Item;
import io.minio.messages.LifecycleConfiguration;
import io.minio.messages.LifecycleRule;
import io.minio.messages.Retention;
import io.minio.messages.RetentionMode;
import io.minio.messages.RuleFilter;
import io.minio.messages.Status;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The storage by MinIO's client for Java.
class MinioClientTests {
    private static final int PART = 5 << 20;

    @TempDir static Path folder;
    private static TestingDure dure;
    private static Renter renter;
    private static MinioClient minio;

    private final String bucket = "m-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void start() throws Exception {
        dure = TestingDure.up(folder.resolve("data"));
        renter = Renter.of(dure);
        minio =
                MinioClient.builder()
                        .endpoint(dure.s3Address())
                        .region("us-east-1")
                        .credentials(renter.keyId(), renter.secret())
                        .build();
    }

    @AfterAll
    static void stop() throws Exception {
        minio.close();
        renter.close();
        dure.close();
    }

    @BeforeEach
    void makeABucket() throws Exception {
        minio.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private PutObjectArgs.Builder putting(String key, byte[] bytes) {
        return PutObjectArgs.builder().bucket(bucket).object(key).stream(
                new ByteArrayInputStream(bytes), bytes.length, -1);
    }

    private String put(String key, String text) throws Exception {
        return minio.putObject(putting(key, text.getBytes(StandardCharsets.UTF_8)).build())
                .versionId();
    }

    private byte[] read(GetObjectArgs.Builder args) throws Exception {
        try (var got = minio.getObject(args.build())) {
            return got.readAllBytes();
        }
    }

    private GetObjectArgs.Builder getting(String key) {
        return GetObjectArgs.builder().bucket(bucket).object(key);
    }

    private List<Item> list(ListObjectsArgs.Builder args) throws Exception {
        var items = new ArrayList<Item>();
        for (Result<Item> item : minio.listObjects(args.bucket(bucket).build())) {
            items.add(item.get());
        }
        return items;
    }

    private void enableVersioning() throws Exception {
        minio.setBucketVersioning(
                SetBucketVersioningArgs.builder()
                        .bucket(bucket)
                        .config(
                                new VersioningConfiguration(
                                        VersioningConfiguration.Status.ENABLED, false))
                        .build());
    }

    private static void assertRefused(String code, ThrowingCallable call) {
        var refusal = catchThrowableOfType(ErrorResponseException.class, call);
        assertThat(refusal).as(code).isNotNull();
        assertThat(refusal.errorResponse().code()).isEqualTo(code);
    }

    @Test
    void bucketsComeAndGo() throws Exception {
        assertThat(minio.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())).isTrue();

        minio.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());

        assertThat(minio.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())).isFalse();
    }

    @Test
    void whatIsPutIsGotWithWhatIsSaidOfIt() throws Exception {
        var bytes = bytes(300_000);
        minio.putObject(
                putting("부서/보고서 (최종) #&=+.bin", bytes)
                        .contentType("text/x")
                        .userMetadata(Map.of("author", "kim"))
                        .tags(Map.of("team", "sales"))
                        .build());

        var stat =
                minio.statObject(
                        StatObjectArgs.builder()
                                .bucket(bucket)
                                .object("부서/보고서 (최종) #&=+.bin")
                                .build());

        assertThat(read(getting("부서/보고서 (최종) #&=+.bin"))).isEqualTo(bytes);
        assertThat(read(getting("부서/보고서 (최종) #&=+.bin").offset(10L).length(20L)))
                .isEqualTo(Arrays.copyOfRange(bytes, 10, 30));
        assertThat(stat.size()).isEqualTo(bytes.length);
        assertThat(stat.contentType()).isEqualTo("text/x");
        assertThat(stat.userMetadata()).containsEntry("author", "kim");
        assertThat(
                        minio.getObjectTags(
                                        GetObjectTagsArgs.builder()
                                                .bucket(bucket)
                                                .object("부서/보고서 (최종) #&=+.bin")
                                                .build())
                                .get())
                .containsEntry("team", "sales");
        assertThat(list(ListObjectsArgs.builder()))
                .extracting(Item::objectName)
                .containsExactly("부서/");
        assertThat(list(ListObjectsArgs.builder().recursive(true)))
                .extracting(Item::objectName)
                .containsExactly("부서/보고서 (최종) #&=+.bin");
    }

    @Test
    void aStreamOfUnknownLengthGoesUpInParts() throws Exception {
        var bytes = bytes(2 * PART + 77);

        minio.putObject(
                PutObjectArgs.builder().bucket(bucket).object("k").stream(
                                new ByteArrayInputStream(bytes), -1, PART)
                        .build());

        assertThat(read(getting("k"))).isEqualTo(bytes);
    }

    @Test
    void objectsAreCopiedAndComposed() throws Exception {
        var first = bytes(PART);
        var second = bytes(1000);
        minio.putObject(putting("1", first).build());
        minio.putObject(putting("2", second).build());

        minio.composeObject(
                ComposeObjectArgs.builder()
                        .bucket(bucket)
                        .object("both")
                        .sources(
                                List.of(
                                        ComposeSource.builder().bucket(bucket).object("1").build(),
                                        ComposeSource.builder().bucket(bucket).object("2").build()))
                        .build());
        minio.copyObject(
                CopyObjectArgs.builder()
                        .bucket(bucket)
                        .object("사본")
                        .source(CopySource.builder().bucket(bucket).object("2").build())
                        .build());

        assertThat(read(getting("both"))).startsWith(first).endsWith(second).hasSize(PART + 1000);
        assertThat(read(getting("사본"))).isEqualTo(second);
    }

    @Test
    void versionsAreListedReadAndRemoved() throws Exception {
        enableVersioning();
        var first = put("k", "one");
        put("k", "two");
        minio.removeObject(RemoveObjectArgs.builder().bucket(bucket).object("k").build());

        var versions = list(ListObjectsArgs.builder().includeVersions(true));

        assertThat(versions).hasSize(3);
        assertThat(versions).filteredOn(Item::isDeleteMarker).hasSize(1);
        assertThat(read(getting("k").versionId(first))).asString().isEqualTo("one");
        assertRefused("NoSuchKey", () -> read(getting("k")));

        var objects =
                versions.stream()
                        .map(version -> new DeleteObject(version.objectName(), version.versionId()))
                        .toList();
        for (var error :
                minio.removeObjects(
                        RemoveObjectsArgs.builder().bucket(bucket).objects(objects).build())) {
            throw new AssertionError(error.get().message());
        }

        assertThat(list(ListObjectsArgs.builder().includeVersions(true))).isEmpty();
    }

    @Test
    void linksPutAndGet() throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var up = link(Method.PUT);
            var down = link(Method.GET);

            var put =
                    http.send(
                            HttpRequest.newBuilder(URI.create(up))
                                    .PUT(BodyPublishers.ofString("by link"))
                                    .build(),
                            BodyHandlers.discarding());
            var got =
                    http.send(
                            HttpRequest.newBuilder(URI.create(down)).build(),
                            BodyHandlers.ofString());

            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(got.body()).isEqualTo("by link");
        }
    }

    private String link(Method method) throws Exception {
        return minio.getPresignedObjectUrl(
                GetPresignedObjectUrlArgs.builder()
                        .method(method)
                        .bucket(bucket)
                        .object("한글.txt")
                        .expiry(1, TimeUnit.MINUTES)
                        .build());
    }

    @Test
    void tagsAreSetAndDeleted() throws Exception {
        put("k", "x");
        minio.setObjectTags(
                SetObjectTagsArgs.builder()
                        .bucket(bucket)
                        .object("k")
                        .tags(Map.of("부서", "총무"))
                        .build());
        var asked = GetObjectTagsArgs.builder().bucket(bucket).object("k").build();

        assertThat(minio.getObjectTags(asked).get()).containsExactly(Map.entry("부서", "총무"));
        minio.deleteObjectTags(DeleteObjectTagsArgs.builder().bucket(bucket).object("k").build());

        assertThat(minio.getObjectTags(asked).get()).isEmpty();
    }

    @Test
    void whatIsLockedStays() throws Exception {
        var locking = bucket + "-locks";
        minio.makeBucket(MakeBucketArgs.builder().bucket(locking).objectLock(true).build());
        var version =
                minio.putObject(
                                PutObjectArgs.builder().bucket(locking).object("k").stream(
                                                new ByteArrayInputStream(new byte[1]), 1, -1)
                                        .build())
                        .versionId();
        var until = ZonedDateTime.now(java.time.ZoneOffset.UTC).plusDays(1).withNano(0);
        minio.setObjectRetention(
                SetObjectRetentionArgs.builder()
                        .bucket(locking)
                        .object("k")
                        .config(new Retention(RetentionMode.GOVERNANCE, until))
                        .build());
        minio.enableObjectLegalHold(
                EnableObjectLegalHoldArgs.builder().bucket(locking).object("k").build());

        var retention =
                minio.getObjectRetention(
                        GetObjectRetentionArgs.builder().bucket(locking).object("k").build());
        assertThat(retention.mode()).isEqualTo(RetentionMode.GOVERNANCE);
        assertThat(retention.retainUntilDate()).isEqualTo(until);
        assertThat(
                        minio.isObjectLegalHoldEnabled(
                                IsObjectLegalHoldEnabledArgs.builder()
                                        .bucket(locking)
                                        .object("k")
                                        .build()))
                .isTrue();
        var removal = RemoveObjectArgs.builder().bucket(locking).object("k").versionId(version);
        assertRefused(
                "AccessDenied",
                () -> minio.removeObject(removal.bypassGovernanceMode(true).build()));

        minio.disableObjectLegalHold(
                DisableObjectLegalHoldArgs.builder().bucket(locking).object("k").build());
        assertRefused(
                "AccessDenied",
                () -> minio.removeObject(removal.bypassGovernanceMode(false).build()));
        minio.removeObject(removal.bypassGovernanceMode(true).build());
    }

    @Test
    void bucketsAreConfigured() throws Exception {
        var rule =
                new LifecycleRule(
                        Status.ENABLED,
                        null,
                        new Expiration((ZonedDateTime) null, 3, null),
                        new RuleFilter("tmp/"),
                        "old",
                        null,
                        null,
                        null);
        minio.setBucketLifecycle(
                SetBucketLifecycleArgs.builder()
                        .bucket(bucket)
                        .config(new LifecycleConfiguration(List.of(rule)))
                        .build());
        var policy =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
                 "Action": "s3:DeleteObject", "Resource": "arn:aws:s3:::%s/kept/*"}]}
                """
                        .formatted(bucket);
        minio.setBucketPolicy(SetBucketPolicyArgs.builder().bucket(bucket).config(policy).build());
        put("kept/k", "x");

        var rules =
                minio.getBucketLifecycle(GetBucketLifecycleArgs.builder().bucket(bucket).build())
                        .rules();
        assertThat(rules)
                .singleElement()
                .satisfies(got -> {
                    assertThat(got.id()).isEqualTo("old");
                    assertThat(got.expiration().days()).isEqualTo(3);
                    assertThat(got.filter().prefix()).isEqualTo("tmp/");
                });
        assertThat(minio.getBucketPolicy(GetBucketPolicyArgs.builder().bucket(bucket).build()))
                .contains("kept/*");
        var removal = RemoveObjectArgs.builder().bucket(bucket).object("kept/k").build();
        assertRefused("AccessDenied", () -> minio.removeObject(removal));
        minio.deleteBucketPolicy(DeleteBucketPolicyArgs.builder().bucket(bucket).build());
        minio.removeObject(removal);
        assertThat(
                        minio.getBucketNotification(
                                        GetBucketNotificationArgs.builder().bucket(bucket).build())
                                .topicConfigurationList())
                .isNullOrEmpty();
    }

    /// The client wants TLS for keys, which this server of a test has not.
    private static final class Key extends ServerSideEncryptionCustomerKey {
        private Key(byte fill) throws Exception {
            super(new SecretKeySpec(filled(fill), "AES"));
        }

        private static byte[] filled(byte fill) {
            var key = new byte[32];
            Arrays.fill(key, fill);
            return key;
        }

        @Override
        public boolean tlsRequired() {
            return false;
        }
    }

    @Test
    void aCustomersKeyOpensWhatItClosed() throws Exception {
        var bytes = bytes(2 * PART);
        var key = new Key((byte) 7);
        minio.putObject(putting("k", bytes).sse(key).build());

        assertThat(read(getting("k").ssec(key))).isEqualTo(bytes);
        assertRefused("AccessDenied", () -> read(getting("k").ssec(new Key((byte) 8))));
        assertRefused("InvalidRequest", () -> read(getting("k")));
    }
}
