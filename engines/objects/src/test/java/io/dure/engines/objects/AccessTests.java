package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.metadata.Namespace;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What keys may do, by their own rights and by the policies of buckets.
class AccessTests {
    private static final String BUCKET = "arn:aws:s3:::photos";
    private static final String OBJECTS = BUCKET + "/*";

    private static S3ServerFixture server;

    private AccessKey owner;
    private AccessKey guest;
    private S3Client s3;
    private S3Client asGuest;

    @BeforeAll
    static void start() {
        server = new S3ServerFixture();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// The guest's key has no rights of its own.
    @BeforeEach
    void makeABucket() {
        owner = server.key();
        guest = key();
        s3 = server.client(owner);
        asGuest = server.client(guest);
        s3.createBucket(b -> b.bucket("photos"));
        s3.putObject(b -> b.bucket("photos").key("open/a"), RequestBody.fromString("a"));
        s3.putObject(b -> b.bucket("photos").key("secret/b"), RequestBody.fromString("b"));
    }

    @AfterEach
    void close() {
        s3.close();
        asGuest.close();
    }

    private AccessKey key(Right... rights) {
        return server.key(Set.of(rights), Optional.empty(), owner.namespace());
    }

    private void policy(String... statements) {
        put(s3, statements);
    }

    private static void allow(S3Client client, String statement) {
        put(client, new String[] {statement});
    }

    private static void put(S3Client client, String... statements) {
        client.putBucketPolicy(b ->
                b.bucket("photos")
                        .policy(
                                "{\"Version\": \"2012-10-17\", \"Statement\": ["
                                        + String.join(",", statements)
                                        + "]}"));
    }

    /// Of all keys of the organisation.
    private String statement(String effect, String action, String resource) {
        return statement(effect, action, resource, "{}");
    }

    private String statement(String effect, String action, String resource, String condition) {
        return """
        {"Effect": "%s", "Principal": {"AWS": "%s"}, "Action": "%s", "Resource": "%s",
         "Condition": %s}\
        """
                .formatted(effect, owner.namespace().id(), action, resource, condition);
    }

    private static void assertDenied(ThrowingCallable call) {
        assertRefused(403, "AccessDenied", call);
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

    private static String get(S3Client client, String key) {
        return client.getObjectAsBytes(b -> b.bucket("photos").key(key)).asUtf8String();
    }

    private static void put(S3Client client, String key) {
        client.putObject(b -> b.bucket("photos").key(key), RequestBody.fromString("x"));
    }

    @Test
    void aKeyMayWhatThePolicyAllowsAndNoMore() {
        policy(statement("Allow", "s3:GetObject", BUCKET + "/open/*"));

        assertThat(get(asGuest, "open/a")).isEqualTo("a");
        assertDenied(() -> get(asGuest, "secret/b"));
        assertDenied(() -> put(asGuest, "open/a"));
        assertDenied(() -> asGuest.listObjectsV2(b -> b.bucket("photos")));
        assertDenied(() -> asGuest.deleteObject(b -> b.bucket("photos").key("open/a")));
        assertDenied(() -> asGuest.getBucketLocation(b -> b.bucket("photos")));
        assertThatThrownBy(() -> asGuest.headBucket(b -> b.bucket("photos")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }

    @Test
    void aPolicyNamesOneKeyOfMany() {
        policy(
                statement("Allow", "s3:GetObject", OBJECTS)
                        .replace(
                                "\"" + owner.namespace().id() + "\"",
                                "\"arn:aws:iam::%s:user/%s\""
                                        .formatted(owner.namespace().id(), guest.id())));

        assertThat(get(asGuest, "open/a")).isEqualTo("a");
        try (var other = server.client(key())) {
            assertDenied(() -> get(other, "open/a"));
        }
    }

    @Test
    void aDenialBeatsTheKeysRight() {
        policy(statement("Deny", "s3:GetObject", BUCKET + "/secret/*"));

        assertDenied(() -> get(s3, "secret/b"));
        assertThat(get(s3, "open/a")).isEqualTo("a");
        put(s3, "secret/b");
    }

    @Test
    void rightsOfTheKeyAndOfThePolicyAddUp() {
        policy(statement("Allow", "s3:PutObject", BUCKET + "/open/*"));

        try (var reader = server.client(key(Right.READ))) {
            put(reader, "open/new");
            assertThat(get(reader, "open/new")).isEqualTo("x");
            assertDenied(() -> put(reader, "secret/new"));
        }
    }

    /// Who configures buckets and sees nothing of what is in them gets no further by that.
    @Test
    void whoOnlyConfiguresOpensNothingAndEndsNothing() {
        try (var configures = server.client(key(Right.BUCKETS))) {
            assertDenied(() -> allow(configures, statement("Allow", "s3:GetObject", OBJECTS)));
            assertDenied(() -> configures.deleteBucketPolicy(b -> b.bucket("photos")));
            assertDenied(() -> configures.deletePublicAccessBlock(b -> b.bucket("photos")));
            assertDenied(() ->
                    configures.putBucketAcl(b -> b.bucket("photos").acl(BucketCannedACL.PRIVATE)));
            assertDenied(() -> configures.deleteBucketOwnershipControls(b -> b.bucket("photos")));
            assertDenied(() -> configures.deleteBucketLifecycle(b -> b.bucket("photos")));
            assertDenied(() ->
                    configures.putBucketNotificationConfiguration(
                            b -> b.bucket("photos").notificationConfiguration(_ -> {})));
            assertDenied(() ->
                    configures.putBucketLogging(
                            b -> b.bucket("photos").bucketLoggingStatus(_ -> {})));

            configures.putBucketVersioning(b ->
                    b.bucket("photos")
                            .versioningConfiguration(
                                    v -> v.status(BucketVersioningStatus.ENABLED)));
        }
        try (var tells = server.client(key(Right.BUCKETS, Right.READ));
                var ends = server.client(key(Right.BUCKETS, Right.WRITE))) {
            tells.putBucketNotificationConfiguration(
                    b -> b.bucket("photos").notificationConfiguration(_ -> {}));
            ends.deleteBucketLifecycle(b -> b.bucket("photos"));
            assertDenied(() -> allow(tells, statement("Allow", "s3:PutObject", OBJECTS)));
            assertDenied(() -> allow(ends, statement("Allow", "s3:GetObject", OBJECTS)));
        }
    }

    @Test
    void aKeyForOneBucketMayInAnotherWhatItsPolicyAllows() {
        policy(statement("Allow", "s3:GetObject", OBJECTS));
        var scoped = server.key(Set.of(), Optional.of(Set.of("other")), owner.namespace());

        try (var client = server.client(scoped)) {
            assertThat(get(client, "open/a")).isEqualTo("a");
        }
    }

    @Test
    void aListingIsAllowedByItsPrefixAndSize() {
        policy(
                statement(
                        "Allow",
                        "s3:ListBucket",
                        BUCKET,
                        "{\"StringEquals\": {\"s3:prefix\": \"open/\"},"
                                + " \"NumericLessThanEquals\": {\"s3:max-keys\": \"10\"}}"));

        assertThat(
                        asGuest.listObjectsV2(b -> b.bucket("photos").prefix("open/").maxKeys(10))
                                .contents())
                .hasSize(1);
        assertThat(
                        asGuest.listObjects(b -> b.bucket("photos").prefix("open/").maxKeys(1))
                                .contents())
                .hasSize(1);
        assertDenied(() -> asGuest.listObjectsV2(b -> b.bucket("photos").maxKeys(10)));
        assertDenied(
                () -> asGuest.listObjectsV2(b -> b.bucket("photos").prefix("secret/").maxKeys(10)));
        assertDenied(
                () -> asGuest.listObjectsV2(b -> b.bucket("photos").prefix("open/").maxKeys(11)));
        assertDenied(() -> asGuest.listObjectsV2(b -> b.bucket("photos").prefix("open/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'IpAddress': {'aws:SourceIp': '127.0.0.0/8'}} | true",
                "{'IpAddress': {'aws:SourceIp': '192.0.2.0/24'}} | false",
                "{'NotIpAddress': {'aws:SourceIp': '127.0.0.1'}} | false",
                "{'Bool': {'aws:SecureTransport': 'false'}} | true",
                "{'Bool': {'aws:SecureTransport': 'true'}} | false",
                "{'Null': {'s3:TlsVersion': 'true'}} | true",
                "{'DateGreaterThan': {'aws:CurrentTime': '2026-01-01T00:00:00Z'}} | true",
                "{'DateGreaterThan': {'aws:CurrentTime': '2999'}} | false",
                "{'NumericGreaterThan': {'aws:EpochTime': '1700000000'}} | true",
                "{'StringLike': {'aws:UserAgent': 'aws-sdk-java/2*'}} | true",
                "{'StringLike': {'aws:UserAgent': 'curl*'}} | false",
                "{'Null': {'aws:Referer': 'true'}} | true",
                "{'StringEquals': {'s3:authType': 'REST-HEADER'}} | true",
                "{'StringEquals': {'s3:authType': 'REST-QUERY-STRING'}} | false",
                "{'StringEquals': {'s3:signatureversion': 'AWS4-HMAC-SHA256'}} | true",
                "{'NumericLessThan': {'s3:signatureAge': '600000'}} | true",
                "{'StringEquals': {'aws:PrincipalType': 'User'}} | true",
                "{'StringEquals': {'s3:ExistingObjectTag/a': 'b'}} | false"
            })
    void aRequestIsAllowedByItsCircumstances(String condition, boolean allowed) {
        policy(statement("Allow", "s3:GetObject", OBJECTS, condition.replace('\'', '"')));

        if (allowed) {
            assertThat(get(asGuest, "open/a")).isEqualTo("a");
        } else {
            assertDenied(() -> get(asGuest, "open/a"));
        }
    }

    @Test
    void aPresignedUrlIsToldFromAHeader() {
        policy(
                statement(
                        "Deny",
                        "s3:GetObject",
                        OBJECTS,
                        "{\"StringEquals\": {\"s3:authType\": \"REST-QUERY-STRING\"}}"));

        assertThat(get(s3, "open/a")).isEqualTo("a");
        assertThat(presigned("open/a")).isEqualTo(403);
        policy(
                statement(
                        "Deny",
                        "s3:GetObject",
                        OBJECTS,
                        "{\"NumericGreaterThan\": {\"s3:signatureAge\": \"600000\"}}"));
        assertThat(presigned("open/a")).isEqualTo(200);
    }

    private int presigned(String key) {
        try (var presigner = server.presigner(owner)) {
            var url =
                    presigner
                            .presignGetObject(b ->
                                    b.signatureDuration(Duration.ofMinutes(5))
                                            .getObjectRequest(r -> r.bucket("photos").key(key)))
                            .url();
            var connection = (java.net.HttpURLConnection) url.openConnection();
            return connection.getResponseCode();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anUploadIsAllowedByItsHeaders() {
        policy(
                statement(
                        "Deny",
                        "s3:PutObject",
                        OBJECTS,
                        "{\"Null\": {\"s3:if-none-match\": \"true\"},"
                                + " \"Bool\": {\"s3:ObjectCreationOperation\": \"true\"}}"));

        assertDenied(() -> put(s3, "open/new"));
        s3.putObject(
                b -> b.bucket("photos").key("open/new").ifNoneMatch("*"),
                RequestBody.fromString("x"));
        var upload = s3.createMultipartUpload(b -> b.bucket("photos").key("parts")).uploadId();
        var part =
                s3.uploadPart(
                        b -> b.bucket("photos").key("parts").uploadId(upload).partNumber(1),
                        RequestBody.fromString("x"));
        var completed = CompletedPart.builder().partNumber(1).eTag(part.eTag()).build();
        assertDenied(() ->
                s3.completeMultipartUpload(b ->
                        b.bucket("photos")
                                .key("parts")
                                .uploadId(upload)
                                .multipartUpload(m -> m.parts(completed))));
    }

    @Test
    void anUploadNeedsTheActionOfAllThatItSets() {
        policy(statement("Allow", "s3:PutObject", OBJECTS));

        put(asGuest, "open/new");
        assertDenied(() ->
                asGuest.putObject(
                        b -> b.bucket("photos").key("open/new").acl("private"),
                        RequestBody.fromString("x")));
        assertDenied(() ->
                asGuest.putObject(
                        b -> b.bucket("photos").key("open/new").tagging("a=b"),
                        RequestBody.fromString("x")));
        policy(
                statement("Allow", "s3:PutObject", OBJECTS),
                statement("Allow", "s3:PutObjectAcl", OBJECTS));
        asGuest.putObject(
                b -> b.bucket("photos").key("open/new").acl("bucket-owner-full-control"),
                RequestBody.fromString("x"));
    }

    @Test
    void aCopyNeedsItsSourceToo() {
        s3.createBucket(b -> b.bucket("mine"));
        policy(statement("Allow", "s3:GetObject", BUCKET + "/open/*"));
        try (var writer =
                server.client(
                        server.key(
                                Set.of(Right.WRITE),
                                Optional.of(Set.of("mine")),
                                owner.namespace()))) {
            copy(writer, "open/a");
            assertDenied(() -> copy(writer, "secret/b"));
            assertDenied(() -> copyPart(writer, "secret/b"));
        }
        policy(statement("Deny", "s3:GetObject", BUCKET + "/secret/*"));
        assertDenied(() -> copy(s3, "secret/b"));
    }

    private static void copy(S3Client client, String key) {
        client.copyObject(b ->
                b.sourceBucket("photos")
                        .sourceKey(key)
                        .destinationBucket("mine")
                        .destinationKey("copy"));
    }

    private static void copyPart(S3Client client, String key) {
        var upload = client.createMultipartUpload(b -> b.bucket("mine").key("copy")).uploadId();
        client.uploadPartCopy(b ->
                b.sourceBucket("photos")
                        .sourceKey(key)
                        .destinationBucket("mine")
                        .destinationKey("copy")
                        .uploadId(upload)
                        .partNumber(1));
    }

    @Test
    void aCopyIsAllowedByWhereItComesFrom() {
        policy(
                statement(
                        "Deny",
                        "s3:PutObject",
                        OBJECTS,
                        "{\"StringNotLike\": {\"s3:x-amz-copy-source\": \"photos/open/*\"}}"));

        s3.copyObject(b ->
                b.sourceBucket("photos")
                        .sourceKey("open/a")
                        .destinationBucket("photos")
                        .destinationKey("c"));
        assertDenied(() ->
                s3.copyObject(b ->
                        b.sourceBucket("photos")
                                .sourceKey("secret/b")
                                .destinationBucket("photos")
                                .destinationKey("c")));
    }

    @Test
    void ofManyObjectsThoseAreDeletedThatMayBe() {
        policy(statement("Deny", "s3:DeleteObject", BUCKET + "/secret/*"));
        var keys =
                java.util.stream.Stream.of("open/a", "secret/b", "gone")
                        .map(key -> ObjectIdentifier.builder().key(key).build())
                        .toList();

        var answer = s3.deleteObjects(b -> b.bucket("photos").delete(d -> d.objects(keys)));
        assertThat(answer.deleted())
                .extracting(DeletedObject::key)
                .containsExactly("open/a", "gone");
        assertThat(answer.errors())
                .containsExactly(
                        S3Error.builder()
                                .key("secret/b")
                                .code("AccessDenied")
                                .message("Access Denied")
                                .build());
        assertThat(s3.listObjectsV2(b -> b.bucket("photos")).contents())
                .extracting(object -> object.key())
                .containsExactly("secret/b");
    }

    @Test
    void onlyWhoMayListLearnsThatAnObjectIsNotThere() {
        policy(statement("Allow", "s3:GetObject", OBJECTS));
        assertDenied(() -> get(asGuest, "gone"));
        policy(
                statement("Allow", "s3:GetObject", OBJECTS),
                statement("Allow", "s3:ListBucket", BUCKET));
        assertRefused(404, "NoSuchKey", () -> get(asGuest, "gone"));
    }

    @Test
    void whoConfiguresBucketsGetsOutOfAPolicyThatShutsEverybodyOut() {
        policy(
                """
                {"Effect": "Deny", "Principal": "*", "Action": "s3:*",
                 "Resource": ["arn:aws:s3:::photos", "arn:aws:s3:::photos/*"]}\
                """);

        assertDenied(() -> get(s3, "open/a"));
        assertDenied(() -> s3.deleteBucket(b -> b.bucket("photos")));
        assertDenied(() -> s3.getBucketPolicyStatus(b -> b.bucket("photos")));
        try (var writer = server.client(key(Right.READ, Right.WRITE))) {
            assertDenied(() -> writer.deleteBucketPolicy(b -> b.bucket("photos")));
        }
        assertThat(s3.getBucketPolicy(b -> b.bucket("photos")).policy()).contains("Deny");
        policy(statement("Deny", "s3:*", OBJECTS));
        s3.deleteBucketPolicy(b -> b.bucket("photos"));
        assertThat(get(s3, "open/a")).isEqualTo("a");
    }

    @Test
    void aPolicyChangesNothingInAnotherNamespace() {
        var theirs = server.key();
        try (var stranger = server.client(theirs)) {
            stranger.createBucket(b -> b.bucket("photos"));
            put(stranger, "open/a");
            put(stranger, statement("Allow", "s3:*", BUCKET), statement("Deny", "s3:*", OBJECTS));
            put(
                    s3,
                    "{\"Effect\": \"Deny\", \"Principal\": {\"AWS\": \"%s\"}, \"Action\": \"s3:*\", \"Resource\": \"%s\"}"
                            .formatted(theirs.namespace().id(), OBJECTS));

            assertThat(get(s3, "open/a")).isEqualTo("a");
            assertThat(get(stranger, "open/a")).isEqualTo("x");
            assertDenied(() -> asGuest.listObjectsV2(b -> b.bucket("photos")));
        }
    }

    @Test
    void aPolicyOfAnotherBucketOfTheNameIsNotRead() {
        var other = new Namespace(UUID.randomUUID());
        var all = server.key(Set.of(Right.values()), Optional.empty(), other);
        try (var client = server.client(all);
                var none = server.client(server.key(Set.of(), Optional.empty(), other))) {
            client.createBucket(b -> b.bucket("photos"));
            put(client, "open/a");
            policy(statement("Allow", "s3:*", OBJECTS));

            assertDenied(() -> get(none, "open/a"));
        }
    }

    @Test
    void aPolicyIsKeptAsItWasSent() {
        var text = "{ \"Statement\": [" + statement("Allow", "s3:GetObject", OBJECTS) + "\n] }";

        assertRefused(404, "NoSuchBucketPolicy", () -> s3.getBucketPolicy(b -> b.bucket("photos")));
        s3.putBucketPolicy(
                b -> b.bucket("photos").policy(text).confirmRemoveSelfBucketAccess(true));
        assertThat(s3.getBucketPolicy(b -> b.bucket("photos")).policy()).isEqualTo(text);
        assertThat(s3.getBucketPolicyStatus(b -> b.bucket("photos")).policyStatus().isPublic())
                .isFalse();
        s3.deleteBucketPolicy(b -> b.bucket("photos"));
        s3.deleteBucketPolicy(b -> b.bucket("photos"));
        assertRefused(
                404, "NoSuchBucketPolicy", () -> s3.getBucketPolicyStatus(b -> b.bucket("photos")));
    }

    @Test
    void aPolicyThatMakesNoSenseIsRefused() {
        assertRefused(
                400,
                "MalformedPolicy",
                () -> s3.putBucketPolicy(b -> b.bucket("photos").policy("[]")));
        assertRefused(
                400,
                "MalformedPolicy",
                () -> policy(statement("Allow", "s3:GetObject", "arn:aws:s3:::other/*")));
        assertRefused(
                404,
                "NoSuchBucket",
                () -> s3.putBucketPolicy(b -> b.bucket("unknown").policy("{}")));
    }
}
