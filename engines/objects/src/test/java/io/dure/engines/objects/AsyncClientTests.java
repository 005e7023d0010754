package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.AccessKey;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;

/// The asynchronous clients of the AWS SDK for Java, which cut what is large into parts by
/// themselves.
class AsyncClientTests {
    private static final int SIZE = (100 << 20) + 12_345;
    private static final long PART_BYTES = 8L << 20;
    private static final int PARTS = 13;
    private static final long PATIENCE_SECONDS = 120;
    private static final byte[] BYTES = new byte[SIZE];

    private static S3ServerFixture server;

    /// The two ways that the SDK does it.
    enum Client {
        JAVA {
            @Override
            S3AsyncClient of(AccessKey key) {
                return S3AsyncClient.builder()
                        .endpointOverride(server.endpoint())
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(credentials(key))
                        .multipartEnabled(true)
                        .multipartConfiguration(m ->
                                m.minimumPartSizeInBytes(PART_BYTES).thresholdInBytes(PART_BYTES))
                        .build();
            }
        },
        CRT {
            @Override
            S3AsyncClient of(AccessKey key) {
                return S3AsyncClient.crtBuilder()
                        .endpointOverride(server.endpoint())
                        .region(Region.US_EAST_1)
                        .forcePathStyle(true)
                        .credentialsProvider(credentials(key))
                        .minimumPartSizeInBytes(PART_BYTES)
                        .thresholdInBytes(PART_BYTES)
                        .targetThroughputInGbps(1.0)
                        .maxConcurrency(8)
                        .build();
            }
        };

        abstract S3AsyncClient of(AccessKey key);

        private static StaticCredentialsProvider credentials(AccessKey key) {
            return StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(key.id(), key.secret()));
        }
    }

    @BeforeAll
    static void start() {
        new Random(100).nextBytes(BYTES);
        server = new S3ServerFixture();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static <T> T await(java.util.concurrent.CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void aHundredMebibytesGoUpAndComeDownInParts(Client kind) throws Exception {
        try (var s3 = kind.of(server.key())) {
            await(s3.createBucket(b -> b.bucket("large")));

            await(
                    s3.putObject(
                            b ->
                                    b.bucket("large")
                                            .key("큰 파일.bin")
                                            .contentType("text/x")
                                            .metadata(Map.of("colour", "blue"))
                                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C),
                            AsyncRequestBody.fromBytes(BYTES)));
            var head =
                    await(
                            s3.headObject(b ->
                                    b.bucket("large")
                                            .key("큰 파일.bin")
                                            .checksumMode(ChecksumMode.ENABLED)));
            var got =
                    await(
                            s3.getObject(
                                    b ->
                                            b.bucket("large")
                                                    .key("큰 파일.bin")
                                                    .checksumMode(ChecksumMode.ENABLED),
                                    AsyncResponseTransformer.toBytes()));

            assertThat(head.eTag()).endsWith("-" + PARTS + "\"");
            assertThat(head.contentLength()).isEqualTo(SIZE);
            assertThat(head.contentType()).isEqualTo("text/x");
            assertThat(head.metadata()).containsEntry("colour", "blue");
            assertThat(head.checksumCRC32C()).isNotNull();
            assertThat(got.asByteArrayUnsafe()).isEqualTo(BYTES);
        }
    }

    @ParameterizedTest
    @EnumSource(Client.class)
    void whatIsSmallGoesAtOnce(Client kind) throws Exception {
        try (var s3 = kind.of(server.key())) {
            await(s3.createBucket(b -> b.bucket("small")));

            var put =
                    await(
                            s3.putObject(
                                    b -> b.bucket("small").key("k"),
                                    AsyncRequestBody.fromString("text")));
            var got =
                    await(
                            s3.getObject(
                                    b -> b.bucket("small").key("k"),
                                    AsyncResponseTransformer.toBytes()));

            assertThat(put.eTag()).doesNotContain("-");
            assertThat(got.asUtf8String()).isEqualTo("text");
        }
    }

    @Test
    void aCopyIsCutIntoPartsToo() throws Exception {
        try (var s3 = Client.JAVA.of(server.key())) {
            var bucket = "copies-" + UUID.randomUUID().toString().substring(0, 8);
            await(s3.createBucket(b -> b.bucket(bucket)));
            var bytes = java.util.Arrays.copyOf(BYTES, 20 << 20);
            await(s3.putObject(b -> b.bucket(bucket).key("k"), AsyncRequestBody.fromBytes(bytes)));

            await(
                    s3.copyObject(b ->
                            b.sourceBucket(bucket)
                                    .sourceKey("k")
                                    .destinationBucket(bucket)
                                    .destinationKey("copy")));

            var got =
                    await(
                            s3.getObject(
                                    b -> b.bucket(bucket).key("copy"),
                                    AsyncResponseTransformer.toBytes()));
            assertThat(got.asByteArrayUnsafe()).isEqualTo(bytes);
            assertThat(got.response().eTag()).endsWith("-3\"");
        }
    }
}
