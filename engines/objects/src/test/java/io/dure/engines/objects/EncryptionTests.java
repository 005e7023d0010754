package io.dure.engines.objects;

import static io.dure.engines.objects.Refusals.assertRefused;
import static io.dure.engines.objects.Refusals.assertStatus;
import static io.dure.engines.objects.Refusals.message;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/// Encryption that clients ask for: by the server's keys, and by their own.
class EncryptionTests {
    private static final int PART = 5 << 20;
    private static final byte[] BYTES = new byte[PART + 70_000];
    private static final String ALGORITHM = "AES256";
    private static final String KEY = encoded("0123456789abcdef0123456789abcdef");
    private static final String OTHER = encoded("fedcba9876543210fedcba9876543210");

    @RegisterExtension static final TestingS3 SERVER = new TestingS3();
    private final S3Client s3 = SERVER.client();
    private final String bucket = SERVER.bucket();

    @BeforeAll
    static void fill() {
        new Random(3).nextBytes(BYTES);
    }

    private static String encoded(String key) {
        return Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.US_ASCII));
    }

    private static String md5(String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("MD5")
                                    .digest(Base64.getDecoder().decode(key)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private PutObjectRequest.Builder put(String name) {
        return PutObjectRequest.builder().bucket(bucket).key(name);
    }

    private PutObjectRequest.Builder put(String name, String key) {
        return put(name)
                .sseCustomerAlgorithm(ALGORITHM)
                .sseCustomerKey(key)
                .sseCustomerKeyMD5(md5(key));
    }

    private GetObjectRequest.Builder get(String name) {
        return GetObjectRequest.builder().bucket(bucket).key(name);
    }

    private GetObjectRequest.Builder get(String name, String key) {
        return get(name)
                .sseCustomerAlgorithm(ALGORITHM)
                .sseCustomerKey(key)
                .sseCustomerKeyMD5(md5(key));
    }

    private byte[] read(GetObjectRequest.Builder request) {
        return s3.getObjectAsBytes(request.build()).asByteArray();
    }

    @Test
    void theServersEncryptionIsSaidInEveryAnswer() {
        var stored =
                s3.putObject(
                        put("k").serverSideEncryption(ServerSideEncryption.AES256).build(),
                        RequestBody.fromBytes(BYTES));

        assertThat(stored.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(s3.headObject(b -> b.bucket(bucket).key("k")).serverSideEncryption())
                .isEqualTo(ServerSideEncryption.AES256);
        assertThat(read(get("k"))).isEqualTo(BYTES);
    }

    /// This server encrypts everything.
    @Test
    void whatNobodyAskedForIsSaidNevertheless() {
        var stored = s3.putObject(put("k").build(), RequestBody.fromString("x"));
        var got = s3.getObjectAsBytes(get("k").build()).response();
        var upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("parts"));
        var copied =
                s3.uploadPartCopy(b ->
                        b.sourceBucket(bucket)
                                .sourceKey("k")
                                .copySourceRange("bytes=0-0")
                                .destinationBucket(bucket)
                                .destinationKey("parts")
                                .uploadId(upload.uploadId())
                                .partNumber(1));

        assertThat(stored.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(got.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(upload.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(copied.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
    }

    @Test
    void aBucketEncryptsByDefault() {
        s3.putBucketEncryption(b ->
                b.bucket(bucket)
                        .serverSideEncryptionConfiguration(c ->
                                c.rules(
                                        ServerSideEncryptionRule.builder()
                                                .applyServerSideEncryptionByDefault(d ->
                                                        d.sseAlgorithm(ServerSideEncryption.AES256))
                                                .build())));

        var stored = s3.putObject(put("k").build(), RequestBody.fromString("x"));
        var upload = s3.createMultipartUpload(b -> b.bucket(bucket).key("parts"));
        var own = s3.putObject(put("own", KEY).build(), RequestBody.fromString("x"));

        assertThat(stored.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(upload.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(own.serverSideEncryption()).isNull();
        assertThat(own.sseCustomerAlgorithm()).isEqualTo(ALGORITHM);
    }

    @Test
    void keysOfAServiceAreNotImplemented() {
        assertRefused(
                501,
                "NotImplemented",
                () ->
                        s3.putObject(
                                put("k").serverSideEncryption(ServerSideEncryption.AWS_KMS).build(),
                                RequestBody.fromString("x")));
    }

    @Test
    void aCustomersKeyOpensWhatItClosed() {
        var stored = s3.putObject(put("k", KEY).build(), RequestBody.fromBytes(BYTES));

        assertThat(stored.sseCustomerAlgorithm()).isEqualTo(ALGORITHM);
        assertThat(stored.sseCustomerKeyMD5()).isEqualTo(md5(KEY));
        assertThat(read(get("k", KEY))).isEqualTo(BYTES);
        assertThat(read(get("k", KEY).range("bytes=65530-131080")))
                .isEqualTo(Arrays.copyOfRange(BYTES, 65_530, 131_081));
        var head =
                s3.headObject(b ->
                        b.bucket(bucket)
                                .key("k")
                                .sseCustomerAlgorithm(ALGORITHM)
                                .sseCustomerKey(KEY)
                                .sseCustomerKeyMD5(md5(KEY)));
        assertThat(head.contentLength()).isEqualTo(BYTES.length);
        assertThat(head.sseCustomerKeyMD5()).isEqualTo(md5(KEY));
    }

    @Test
    void withoutTheKeyNothingIsRead() {
        s3.putObject(put("k", KEY).build(), RequestBody.fromBytes(BYTES));

        var missing = assertRefused(400, "InvalidRequest", () -> read(get("k")));
        var wrong = assertRefused(403, "AccessDenied", () -> read(get("k", OTHER)));
        assertStatus(400, () -> s3.headObject(b -> b.bucket(bucket).key("k")));
        assertStatus(
                403,
                () ->
                        s3.headObject(b ->
                                b.bucket(bucket)
                                        .key("k")
                                        .sseCustomerAlgorithm(ALGORITHM)
                                        .sseCustomerKey(OTHER)
                                        .sseCustomerKeyMD5(md5(OTHER))));

        assertThat(message(missing))
                .isEqualTo(
                        "The object was stored using a form of Server Side Encryption. The correct"
                                + " parameters must be provided to retrieve the object.");
        assertThat(message(wrong))
                .isEqualTo(
                        "Requests specifying Server Side Encryption with Customer provided keys"
                                + " must provide the correct secret key.");
    }

    @Test
    void aKeyForWhatIsNotEncryptedIsRefused() {
        s3.putObject(put("k").build(), RequestBody.fromString("x"));

        assertRefused(400, "InvalidRequest", () -> read(get("k", KEY)));
    }

    @Test
    void halfAKeyIsRefused() {
        var noKey =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                s3.putObject(
                                        put("k").sseCustomerAlgorithm(ALGORITHM).build(),
                                        RequestBody.fromString("x")));
        var wrongSum =
                assertRefused(
                        400,
                        "InvalidArgument",
                        () ->
                                s3.putObject(
                                        put("k", KEY).sseCustomerKeyMD5(md5(OTHER)).build(),
                                        RequestBody.fromString("x")));
        var algorithm =
                assertRefused(
                        400,
                        "InvalidEncryptionAlgorithmError",
                        () ->
                                s3.putObject(
                                        put("k", KEY).sseCustomerAlgorithm("KMS").build(),
                                        RequestBody.fromString("x")));
        assertRefused(
                400,
                "InvalidArgument",
                () ->
                        s3.putObject(
                                put("k", KEY)
                                        .serverSideEncryption(ServerSideEncryption.AES256)
                                        .build(),
                                RequestBody.fromString("x")));

        assertThat(message(noKey))
                .isEqualTo(
                        "Requests specifying Server Side Encryption with Customer provided keys"
                                + " must provide an appropriate secret key.");
        assertThat(message(wrongSum))
                .isEqualTo(
                        "The calculated MD5 hash of the key did not match the hash that was"
                                + " provided.");
        assertThat(message(algorithm))
                .isEqualTo(
                        "The Encryption request you specified is not valid. Supported value:"
                                + " AES256.");
    }

    @Test
    void aCopyTakesAnotherKeyOrNone() {
        s3.putObject(put("k", KEY).build(), RequestBody.fromBytes(BYTES));

        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("plain")
                        .copySourceSSECustomerAlgorithm(ALGORITHM)
                        .copySourceSSECustomerKey(KEY)
                        .copySourceSSECustomerKeyMD5(md5(KEY)));
        s3.copyObject(b ->
                b.sourceBucket(bucket)
                        .sourceKey("k")
                        .destinationBucket(bucket)
                        .destinationKey("k")
                        .copySourceSSECustomerAlgorithm(ALGORITHM)
                        .copySourceSSECustomerKey(KEY)
                        .copySourceSSECustomerKeyMD5(md5(KEY))
                        .sseCustomerAlgorithm(ALGORITHM)
                        .sseCustomerKey(OTHER)
                        .sseCustomerKeyMD5(md5(OTHER)));

        assertThat(read(get("plain"))).isEqualTo(BYTES);
        assertThat(read(get("k", OTHER))).isEqualTo(BYTES);
        assertRefused(403, "AccessDenied", () -> read(get("k", KEY)));
        assertRefused(
                400,
                "InvalidRequest",
                () ->
                        s3.copyObject(b ->
                                b.sourceBucket(bucket)
                                        .sourceKey("k")
                                        .destinationBucket(bucket)
                                        .destinationKey("no")));
    }

    private CompletedPart part(String upload, int number, byte[] bytes, String key) {
        var done =
                s3.uploadPart(
                        b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .uploadId(upload)
                                        .partNumber(number)
                                        .sseCustomerAlgorithm(ALGORITHM)
                                        .sseCustomerKey(key)
                                        .sseCustomerKeyMD5(md5(key)),
                        RequestBody.fromBytes(bytes));
        return CompletedPart.builder().partNumber(number).eTag(done.eTag()).build();
    }

    @Test
    void everyPartNeedsTheKeyOfItsUpload() {
        var upload =
                s3.createMultipartUpload(b ->
                                b.bucket(bucket)
                                        .key("m")
                                        .sseCustomerAlgorithm(ALGORITHM)
                                        .sseCustomerKey(KEY)
                                        .sseCustomerKeyMD5(md5(KEY)))
                        .uploadId();
        var parts = new ArrayList<CompletedPart>();
        parts.add(part(upload, 1, Arrays.copyOf(BYTES, PART), KEY));
        parts.add(part(upload, 2, Arrays.copyOfRange(BYTES, PART, BYTES.length), KEY));

        var missing =
                assertRefused(
                        400,
                        "InvalidRequest",
                        () ->
                                s3.uploadPart(
                                        b ->
                                                b.bucket(bucket)
                                                        .key("m")
                                                        .uploadId(upload)
                                                        .partNumber(3),
                                        RequestBody.fromString("x")));
        var other = assertRefused(400, "InvalidRequest", () -> part(upload, 3, new byte[1], OTHER));
        s3.completeMultipartUpload(b ->
                b.bucket(bucket).key("m").uploadId(upload).multipartUpload(m -> m.parts(parts)));

        assertThat(read(get("m", KEY))).isEqualTo(BYTES);
        assertRefused(400, "InvalidRequest", () -> read(get("m")));
        assertThat(message(missing))
                .isEqualTo(
                        "The multipart upload initiate requested encryption. Subsequent part"
                                + " requests must include the appropriate encryption parameters.");
        assertThat(message(other))
                .isEqualTo(
                        "The provided encryption parameters did not match the ones used"
                                + " originally.");
    }
}
