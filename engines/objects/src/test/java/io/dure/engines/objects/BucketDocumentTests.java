package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/// The documents by which buckets are configured, as a stock client puts and reads them.
class BucketDocumentTests {
    private static final String BUCKET = "configured";

    private static S3ServerFixture server;
    private static AccessKey key;
    private static S3Client s3;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
        key = server.key();
        s3 = server.client(key);
        s3.createBucket(b -> b.bucket(BUCKET));
    }

    @AfterAll
    static void stop() {
        s3.close();
        server.close();
    }

    private static void assertRefused(
            int status, String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> {
                            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
                            assertThat(e.statusCode()).isEqualTo(status);
                        });
    }

    @Test
    void corsRulesComeAndGo() {
        var rule =
                CORSRule.builder()
                        .id("one")
                        .allowedOrigins("https://*.example.com")
                        .allowedMethods("GET", "PUT")
                        .allowedHeaders("*")
                        .exposeHeaders("ETag")
                        .maxAgeSeconds(60)
                        .build();

        assertRefused(
                404, "NoSuchCORSConfiguration", () -> s3.getBucketCors(b -> b.bucket(BUCKET)));
        s3.putBucketCors(b -> b.bucket(BUCKET).corsConfiguration(c -> c.corsRules(rule)));
        assertThat(s3.getBucketCors(b -> b.bucket(BUCKET)).corsRules()).containsExactly(rule);
        s3.deleteBucketCors(b -> b.bucket(BUCKET));
        s3.deleteBucketCors(b -> b.bucket(BUCKET));
        assertRefused(
                404, "NoSuchCORSConfiguration", () -> s3.getBucketCors(b -> b.bucket(BUCKET)));
    }

    @Test
    void aLifecycleComesAndGoes() {
        var rule =
                LifecycleRule.builder()
                        .id("old")
                        .status(ExpirationStatus.ENABLED)
                        .filter(f ->
                                f.and(and ->
                                        and.prefix("logs/")
                                                .objectSizeGreaterThan(10L)
                                                .tags(Tag.builder().key("k").value("v").build())))
                        .expiration(e -> e.days(30))
                        .noncurrentVersionExpiration(
                                e -> e.noncurrentDays(3).newerNoncurrentVersions(2))
                        .build();
        var lifecycle = BucketLifecycleConfiguration.builder().rules(rule).build();

        assertRefused(
                404,
                "NoSuchLifecycleConfiguration",
                () -> s3.getBucketLifecycleConfiguration(b -> b.bucket(BUCKET)));
        s3.putBucketLifecycleConfiguration(b -> b.bucket(BUCKET).lifecycleConfiguration(lifecycle));
        assertThat(s3.getBucketLifecycleConfiguration(b -> b.bucket(BUCKET)).rules())
                .containsExactly(rule);
        s3.deleteBucketLifecycle(b -> b.bucket(BUCKET));
        assertRefused(
                404,
                "NoSuchLifecycleConfiguration",
                () -> s3.getBucketLifecycleConfiguration(b -> b.bucket(BUCKET)));
    }

    @Test
    void answersTellWhatTheLifecycleWillDo() {
        var rule =
                LifecycleRule.builder()
                        .id("오래된 것")
                        .status(ExpirationStatus.ENABLED)
                        .filter(f -> f.prefix("logs/"))
                        .expiration(e -> e.days(30))
                        .abortIncompleteMultipartUpload(a -> a.daysAfterInitiation(7))
                        .build();
        s3.putBucketLifecycleConfiguration(
                b -> b.bucket(BUCKET).lifecycleConfiguration(l -> l.rules(rule)));

        var put = s3.putObject(b -> b.bucket(BUCKET).key("logs/1"), RequestBody.fromString("x"));
        s3.putObject(b -> b.bucket(BUCKET).key("other"), RequestBody.fromString("x"));
        var upload = s3.createMultipartUpload(b -> b.bucket(BUCKET).key("logs/2"));
        var parts = s3.listParts(b -> b.bucket(BUCKET).key("logs/2").uploadId(upload.uploadId()));

        assertThat(put.expiration())
                .matches(
                        "expiry-date=\"\\w{3}, \\d\\d \\w{3} \\d{4} 00:00:00 GMT\","
                                + " rule-id=\"%EC.*%20.*\"");
        assertThat(s3.headObject(b -> b.bucket(BUCKET).key("logs/1")).expiration())
                .isEqualTo(put.expiration());
        assertThat(s3.headObject(b -> b.bucket(BUCKET).key("other")).expiration()).isNull();
        assertThat(upload.abortDate())
                .isAfter(InstantSource.system().instant().plus(Duration.ofDays(6)));
        assertThat(parts.abortDate()).isEqualTo(upload.abortDate());
        assertThat(parts.abortRuleId()).isEqualTo(upload.abortRuleId());
        s3.deleteBucketLifecycle(b -> b.bucket(BUCKET));
    }

    @Test
    void tagsComeAndGo() {
        var tags =
                Set.of(
                        Tag.builder().key("부서").value("연구").build(),
                        Tag.builder().key("b").value("").build());

        assertRefused(404, "NoSuchTagSet", () -> s3.getBucketTagging(b -> b.bucket(BUCKET)));
        s3.putBucketTagging(b -> b.bucket(BUCKET).tagging(t -> t.tagSet(tags)));
        assertThat(s3.getBucketTagging(b -> b.bucket(BUCKET)).tagSet())
                .containsExactlyInAnyOrderElementsOf(tags);
        s3.putBucketTagging(b -> b.bucket(BUCKET).tagging(t -> t.tagSet(Set.of())));
        assertRefused(404, "NoSuchTagSet", () -> s3.getBucketTagging(b -> b.bucket(BUCKET)));
        s3.deleteBucketTagging(b -> b.bucket(BUCKET));
    }

    @Test
    void notificationsEndByAnEmptyDocument() {
        var topic =
                TopicConfiguration.builder()
                        .id("scan")
                        .topicArn("arn:dure:hooks:::scan")
                        .events(Event.S3_OBJECT_CREATED)
                        .build();

        assertThat(notifications()).isEmpty();
        server.events().add("scan");
        putNotifications(NotificationConfiguration.builder().topicConfigurations(topic).build());
        assertThat(notifications()).containsExactly(topic);
        putNotifications(NotificationConfiguration.builder().build());
        assertThat(notifications()).isEmpty();
        assertRefused(
                501,
                "NotImplemented",
                () ->
                        putNotifications(
                                NotificationConfiguration.builder()
                                        .queueConfigurations(
                                                QueueConfiguration.builder()
                                                        .queueArn("arn:aws:sqs:us-east-1:1:q")
                                                        .events(Event.S3_OBJECT_CREATED)
                                                        .build())
                                        .build()));
    }

    private static java.util.List<TopicConfiguration> notifications() {
        return s3.getBucketNotificationConfiguration(b -> b.bucket(BUCKET)).topicConfigurations();
    }

    private static void putNotifications(NotificationConfiguration configuration) {
        s3.putBucketNotificationConfiguration(
                b -> b.bucket(BUCKET).notificationConfiguration(configuration));
    }

    @Test
    void ownershipIsThereUntilItIsDeleted() {
        assertThat(ownership()).isEqualTo(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        s3.putBucketOwnershipControls(b ->
                b.bucket(BUCKET)
                        .ownershipControls(c ->
                                c.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                                                .build())));
        assertThat(ownership()).isEqualTo(ObjectOwnership.OBJECT_WRITER);
        s3.deleteBucketOwnershipControls(b -> b.bucket(BUCKET));
        assertRefused(
                404,
                "OwnershipControlsNotFoundError",
                () -> s3.getBucketOwnershipControls(b -> b.bucket(BUCKET)));
    }

    private static ObjectOwnership ownership() {
        return s3.getBucketOwnershipControls(b -> b.bucket(BUCKET))
                .ownershipControls()
                .rules()
                .getFirst()
                .objectOwnership();
    }

    @Test
    void theBlockOfPublicAccessIsThereUntilItIsDeleted() {
        assertThat(s3.getPublicAccessBlock(b -> b.bucket(BUCKET)).publicAccessBlockConfiguration())
                .isEqualTo(
                        PublicAccessBlockConfiguration.builder()
                                .blockPublicAcls(true)
                                .ignorePublicAcls(true)
                                .blockPublicPolicy(true)
                                .restrictPublicBuckets(true)
                                .build());
        s3.putPublicAccessBlock(b ->
                b.bucket(BUCKET)
                        .publicAccessBlockConfiguration(
                                c -> c.blockPublicAcls(true).restrictPublicBuckets(true)));
        var block = s3.getPublicAccessBlock(b -> b.bucket(BUCKET)).publicAccessBlockConfiguration();
        assertThat(block.blockPublicAcls()).isTrue();
        assertThat(block.blockPublicPolicy()).isFalse();
        s3.deletePublicAccessBlock(b -> b.bucket(BUCKET));
        assertRefused(
                404,
                "NoSuchPublicAccessBlockConfiguration",
                () -> s3.getPublicAccessBlock(b -> b.bucket(BUCKET)));
    }

    @Test
    void defaultEncryptionIsThatOfTheNamespace() {
        assertThat(encryption().bucketKeyEnabled()).isFalse();
        putEncryption(ServerSideEncryption.AES256);
        assertThat(encryption().bucketKeyEnabled()).isTrue();
        assertRefused(501, "NotImplemented", () -> putEncryption(ServerSideEncryption.AWS_KMS));
        s3.deleteBucketEncryption(b -> b.bucket(BUCKET));
        assertThat(encryption().bucketKeyEnabled()).isFalse();
    }

    private static ServerSideEncryptionRule encryption() {
        var rule =
                s3.getBucketEncryption(b -> b.bucket(BUCKET))
                        .serverSideEncryptionConfiguration()
                        .rules()
                        .getFirst();
        assertThat(rule.applyServerSideEncryptionByDefault().sseAlgorithm())
                .isEqualTo(ServerSideEncryption.AES256);
        return rule;
    }

    private static void putEncryption(ServerSideEncryption algorithm) {
        s3.putBucketEncryption(b ->
                b.bucket(BUCKET)
                        .serverSideEncryptionConfiguration(c ->
                                c.rules(
                                        ServerSideEncryptionRule.builder()
                                                .applyServerSideEncryptionByDefault(
                                                        d -> d.sseAlgorithm(algorithm))
                                                .bucketKeyEnabled(true)
                                                .build())));
    }

    private static void putLogging(S3Client client, String target) {
        client.putBucketLogging(b ->
                b.bucket(BUCKET)
                        .bucketLoggingStatus(s ->
                                s.loggingEnabled(e -> e.targetBucket(target).targetPrefix("p/"))));
    }

    @Test
    void anAccessLogGoesToABucketThatIsThere() {
        s3.createBucket(b -> b.bucket("logs"));

        assertThat(s3.getBucketLogging(b -> b.bucket(BUCKET)).loggingEnabled()).isNull();
        putLogging(s3, "logs");
        assertThat(s3.getBucketLogging(b -> b.bucket(BUCKET)).loggingEnabled().targetPrefix())
                .isEqualTo("p/");
        assertRefused(400, "InvalidTargetBucketForLogging", () -> putLogging(s3, "nowhere"));
        s3.putBucketLogging(b -> b.bucket(BUCKET).bucketLoggingStatus(status -> {}));
        assertThat(s3.getBucketLogging(b -> b.bucket(BUCKET)).loggingEnabled()).isNull();
    }

    @Test
    void aKeyForOneBucketSendsNoLogToAnother() {
        var scoped =
                server.key(
                        EnumSet.allOf(Right.class), Optional.of(Set.of(BUCKET)), key.namespace());
        try (var client = server.client(scoped)) {
            assertRefused(403, "AccessDenied", () -> putLogging(client, "logs"));
        }
    }

    @Test
    void whoOnlyWritesConfiguresNothing() {
        var writer = server.key(Set.of(Right.READ, Right.WRITE), Optional.empty(), key.namespace());
        try (var client = server.client(writer)) {
            assertRefused(
                    403, "AccessDenied", () -> client.deleteBucketLifecycle(b -> b.bucket(BUCKET)));
            assertRefused(403, "AccessDenied", () -> putLogging(client, "logs"));
            assertRefused(403, "AccessDenied", () -> client.getBucketCors(b -> b.bucket(BUCKET)));
            client.getBucketEncryption(b -> b.bucket(BUCKET));
        }
    }

    @Test
    void theOwnerPaysAndNothingIsAccelerated() {
        assertThat(s3.getBucketRequestPayment(b -> b.bucket(BUCKET)).payer())
                .isEqualTo(Payer.BUCKET_OWNER);
        s3.putBucketRequestPayment(b ->
                b.bucket(BUCKET).requestPaymentConfiguration(c -> c.payer(Payer.BUCKET_OWNER)));
        assertRefused(
                501,
                "NotImplemented",
                () ->
                        s3.putBucketRequestPayment(b ->
                                b.bucket(BUCKET)
                                        .requestPaymentConfiguration(
                                                c -> c.payer(Payer.REQUESTER))));
        assertThat(s3.getBucketAccelerateConfiguration(b -> b.bucket(BUCKET)).statusAsString())
                .isNull();
        assertRefused(
                501,
                "NotImplemented",
                () ->
                        s3.putBucketAccelerateConfiguration(b ->
                                b.bucket(BUCKET)
                                        .accelerateConfiguration(c -> c.status("Enabled"))));
    }

    @Test
    void anUnknownBucketHasNoDocuments() {
        assertRefused(404, "NoSuchBucket", () -> s3.getBucketCors(b -> b.bucket("unknown")));
        assertRefused(404, "NoSuchBucket", () -> s3.deleteBucketCors(b -> b.bucket("unknown")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cors", "lifecycle", "tagging"})
    void someDocumentsNeedADigest(String subresource) throws IOException {
        assertThat(put(subresource, Map.of()))
                .startsWith("HTTP/1.1 400")
                .contains(
                        "<Message>Missing required header for this request: Content-MD5 OR x-amz-checksum-*</Message>");
    }

    @Test
    void anEmptyDocumentIsNone() throws IOException {
        assertThat(put("cors", Map.of("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg==")))
                .startsWith("HTTP/1.1 400")
                .contains("<Code>MissingRequestBodyError</Code>");
    }

    @Test
    void aDocumentOfAnObjectIsNoBuckets() throws IOException {
        assertThat(send(new SignedRequest("GET", "/" + BUCKET + "/k", "cors=", Map.of()).by(key)))
                .startsWith("HTTP/1.1 501");
    }

    @ParameterizedTest
    @ValueSource(strings = {"logging", "notification"})
    void whatEndsByAnEmptyDocumentIsNotDeleted(String subresource) throws IOException {
        assertThat(
                        send(
                                new SignedRequest(
                                                "DELETE", "/" + BUCKET, subresource + "=", Map.of())
                                        .by(key)))
                .startsWith("HTTP/1.1 405");
    }

    private static String put(String subresource, Map<String, String> headers) throws IOException {
        var all = new java.util.HashMap<>(headers);
        all.put("content-length", "0");
        return send(new SignedRequest("PUT", "/" + BUCKET, subresource + "=", all).by(key));
    }

    private static String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
