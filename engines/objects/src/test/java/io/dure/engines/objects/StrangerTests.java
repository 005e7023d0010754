package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.access.AccessKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What somebody may do who signs nothing: what a policy or an ACL opens to everyone, unless public
/// access is blocked.
class StrangerTests {
    private static final String HASH_OF_X =
            "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

    private S3ServerFixture server;
    private AccessKey owner;
    private S3Client s3;
    private S3Client stranger;

    @BeforeEach
    void makeABucket() {
        server = new S3ServerFixture();
        owner = server.key();
        server.name("acme", owner.namespace());
        s3 = server.client(owner);
        stranger = server.stranger("acme");
        s3.createBucket(b -> b.bucket("photos"));
        s3.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("a"));
    }

    @AfterEach
    void stop() {
        stranger.close();
        s3.close();
        server.close();
    }

    private void block(boolean... blocks) {
        s3.putPublicAccessBlock(b ->
                b.bucket("photos")
                        .publicAccessBlockConfiguration(c ->
                                c.blockPublicAcls(blocks[0])
                                        .ignorePublicAcls(blocks[1])
                                        .blockPublicPolicy(blocks[2])
                                        .restrictPublicBuckets(blocks[3])));
    }

    private void allow(String action, String resource) {
        s3.putBucketPolicy(b ->
                b.bucket("photos")
                        .policy(
                                """
                                {"Statement": {"Effect": "Allow", "Principal": "*",
                                 "Action": "%s", "Resource": "%s"}}\
                                """
                                        .formatted(action, resource)));
    }

    private void open() {
        s3.deletePublicAccessBlock(b -> b.bucket("photos"));
    }

    private void openToAcls() {
        open();
        s3.putBucketOwnershipControls(b ->
                b.bucket("photos")
                        .ownershipControls(c ->
                                c.rules(
                                        OwnershipControlsRule.builder()
                                                .objectOwnership(ObjectOwnership.OBJECT_WRITER)
                                                .build())));
    }

    private String read() {
        return stranger.getObjectAsBytes(b -> b.bucket("photos").key("a")).asUtf8String();
    }

    private void write() {
        stranger.putObject(b -> b.bucket("photos").key("new"), RequestBody.fromString("new"));
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

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String get(String host, String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    @Test
    void aStrangerMayNothingByDefault() {
        assertDenied(this::read);
        assertDenied(this::write);
        assertDenied(() -> stranger.listObjectsV2(b -> b.bucket("photos")));
        assertDenied(() -> stranger.listObjectsV2(b -> b.bucket("unknown")));
        assertDenied(() -> stranger.createBucket(b -> b.bucket("mine")));
        assertDenied(stranger::listBuckets);
    }

    @ParameterizedTest
    @CsvSource({"photos.acme.s3.localhost,/a", "acme.s3.localhost,/photos/a"})
    void aPublicPolicyLetsStrangersRead(String host, String path) throws IOException {
        open();
        allow("s3:GetObject", "arn:aws:s3:::photos/*");

        assertThat(get(host, path)).startsWith("HTTP/1.1 200").endsWith("\r\n\r\na");
        assertThat(read()).isEqualTo("a");
        assertDenied(this::write);
        assertDenied(() -> stranger.listObjectsV2(b -> b.bucket("photos")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "other.s3.localhost", "s3.localhost"})
    void whoseBucketIsMeantMustBeSaid(String host) throws IOException {
        open();
        allow("s3:GetObject", "arn:aws:s3:::photos/*");

        assertThat(get(host, "/photos/a"))
                .startsWith("HTTP/1.1 403")
                .contains("<Code>AccessDenied</Code>");
    }

    @Test
    void aPublicPolicyIsRefusedWhileThoseAreBlocked() {
        assertDenied(() -> allow("s3:GetObject", "arn:aws:s3:::photos/*"));
        block(false, false, false, true);
        allow("s3:GetObject", "arn:aws:s3:::photos/*");
    }

    @Test
    void aBlockShutsStrangersOutAtOnce() {
        open();
        allow("s3:GetObject", "arn:aws:s3:::photos/*");
        assertThat(read()).isEqualTo("a");

        block(true, true, true, true);
        assertDenied(this::read);
        open();
        assertThat(read()).isEqualTo("a");
        s3.deleteBucketPolicy(b -> b.bucket("photos"));
        assertDenied(this::read);
    }

    @Test
    void aSuspendedNamespaceIsShutToStrangersToo() {
        open();
        allow("s3:GetObject", "arn:aws:s3:::photos/*");
        server.suspend("acme");

        assertRefused(403, "AccountProblem", this::read);
    }

    @Test
    void aStrangerUploadsWhatAPolicyAllows() {
        open();
        allow("s3:PutObject", "arn:aws:s3:::photos/new");

        write();
        assertThat(s3.getObjectAsBytes(b -> b.bucket("photos").key("new")).asUtf8String())
                .isEqualTo("new");
        assertDenied(() ->
                stranger.putObject(b -> b.bucket("photos").key("a"), RequestBody.fromString("x")));
    }

    @ParameterizedTest
    @CsvSource({
        "x-amz-meta-a: b,200",
        "x-amz-content-sha256: UNSIGNED-PAYLOAD,200",
        "x-amz-content-sha256: " + HASH_OF_X + ",200",
        "x-amz-content-sha256: 00" + HASH_OF_X + ",400",
        "content-md5: 1B2M2Y8AsgTpgAmY7PhCfg==,400",
        "x-amz-content-sha256: e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855,400",
        "x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD,400"
    })
    void aStrangersBodyIsCheckedByWhatItDeclares(String header, int status) throws IOException {
        open();
        allow("s3:PutObject", "arn:aws:s3:::photos/*");
        var request =
                "PUT /raw HTTP/1.1\r\nHost: photos.acme.s3.localhost\r\nContent-Length: 1\r\n"
                        + header
                        + "\r\nConnection: close\r\n\r\nx";

        assertThat(send(request)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void aPublicAclLetsStrangersListAndUpload() {
        openToAcls();
        assertDenied(() -> stranger.listObjectsV2(b -> b.bucket("photos")));

        s3.putBucketAcl(b -> b.bucket("photos").acl("public-read"));
        assertThat(stranger.listObjectsV2(b -> b.bucket("photos")).contents()).hasSize(1);
        assertDenied(this::read);
        assertDenied(this::write);

        s3.putBucketAcl(b -> b.bucket("photos").acl("public-read-write"));
        write();

        block(false, true, false, false);
        assertDenied(this::write);
    }
}
