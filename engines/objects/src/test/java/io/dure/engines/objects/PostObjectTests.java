package io.dure.engines.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Right;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

/// Forms that upload a file, signed as pages have them signed.
class PostObjectTests {
    private static final String HOST = "127.0.0.1";
    private static final InstantSource CLOCK = InstantSource.system();

    private S3ServerFixture server;
    private AccessKey key;
    private S3Client s3;

    @BeforeEach
    void makeABucket() {
        server = new S3ServerFixture();
        key = server.key();
        server.name("acme", key.namespace());
        s3 = server.client(key);
        s3.createBucket(b -> b.bucket("photos"));
    }

    @AfterEach
    void stop() {
        s3.close();
        server.close();
    }

    private static PostForm form() {
        return new PostForm().file("a.txt", "hello".getBytes(StandardCharsets.UTF_8));
    }

    private PostForm signed(PostForm form) {
        return form.signedBy(key, "photos", CLOCK.instant());
    }

    private String send(PostForm form) throws IOException {
        return send(form.request(HOST, "/photos", ""));
    }

    private String send(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private byte[] stored(String name) {
        return s3.getObjectAsBytes(b -> b.bucket("photos").key(name)).asByteArray();
    }

    private static void assertRefused(int status, String code, String message, String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("<Code>" + code + "</Code>", "<Message>" + message + "</Message>");
    }

    private void assertNothingStored() {
        assertThat(s3.listObjectsV2(b -> b.bucket("photos")).contents()).isEmpty();
        assertThat(server.bodies()).isZero();
    }

    @Test
    void aFileIsStoredUnderTheNameThatItHas() throws IOException {
        var answer =
                send(
                        signed(form().with("key", "받은 것/${filename}"))
                                .file("견적서.txt", "금액".getBytes(StandardCharsets.UTF_8)));

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("etag: \"")
                .containsIgnoringCase(
                        "location: http://127.0.0.1/photos/%EB%B0%9B%EC%9D%80%20%EA%B2%83/");
        assertThat(stored("받은 것/견적서.txt")).asString(StandardCharsets.UTF_8).isEqualTo("금액");
    }

    @Test
    void aLargeFileIsStoredWhole() throws IOException {
        var file = new byte[5 << 20];
        new Random(43).nextBytes(file);

        assertThat(send(signed(form().with("key", "large")).file("f", file)))
                .startsWith("HTTP/1.1 204");

        assertThat(stored("large")).isEqualTo(file);
    }

    @Test
    void fieldsSayWhatHeadersWould() throws IOException {
        s3.createBucket(b -> b.bucket("locked").objectLockEnabledForBucket(true));
        var form =
                form().with("key", "a")
                        .with("Content-Type", "text/plain")
                        .with("Cache-Control", "max-age=5")
                        .with("x-amz-meta-author", "kim")
                        .with("x-amz-server-side-encryption", "AES256")
                        .with("x-amz-object-lock-legal-hold", "ON")
                        .with(
                                "tagging",
                                "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>")
                        .with(
                                "x-amz-checksum-sha256",
                                "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=")
                        .with("acl", "private")
                        .signedBy(key, "locked", CLOCK.instant());

        var answer = send(form.request(HOST, "/locked", "x-amz-meta-author: somebody else\r\n"));

        assertThat(answer)
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("x-amz-version-id: ")
                .containsIgnoringCase("x-amz-checksum-sha256: LPJ");
        var head = s3.headObject(b -> b.bucket("locked").key("a"));
        assertThat(head.contentType()).isEqualTo("text/plain");
        assertThat(head.cacheControl()).isEqualTo("max-age=5");
        assertThat(head.metadata()).containsEntry("author", "kim");
        assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(head.objectLockLegalHoldStatus()).isEqualTo(ObjectLockLegalHoldStatus.ON);
        assertThat(s3.getObjectTagging(b -> b.bucket("locked").key("a")).tagSet())
                .containsExactly(Tag.builder().key("k").value("v").build());
    }

    @Test
    void aFormIsAnsweredAsItWishes() throws IOException {
        assertThat(send(signed(form().with("key", "a").with("success_action_status", "200"))))
                .startsWith("HTTP/1.1 200");
        assertThat(send(signed(form().with("key", "a").with("success_action_status", "201"))))
                .startsWith("HTTP/1.1 201")
                .contains(
                        "<PostResponse><Location>http://127.0.0.1/photos/a</Location>"
                                + "<Bucket>photos</Bucket><Key>a</Key><ETag>&quot;");
        assertThat(send(signed(form().with("key", "a").with("success_action_status", "404"))))
                .startsWith("HTTP/1.1 204");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/done, https://example.com/done?bucket=photos",
        "https://example.com/done?x=y#top, https://example.com/done?x=y&bucket=photos",
    })
    void aBrowserIsSentOn(String address, String onward) throws IOException {
        var answer =
                send(signed(form().with("key", "a b").with("success_action_redirect", address)));

        assertThat(answer)
                .startsWith("HTTP/1.1 303")
                .containsIgnoringCase("location: " + onward + "&key=a%20b&etag=%22");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//example.com", "/done", "http:", "a b"})
    void aBrowserIsSentOnToPagesOfTheWebOnly(String address) throws IOException {
        assertThat(send(signed(form().with("key", "a").with("redirect", address))))
                .startsWith("HTTP/1.1 204");
    }

    @Test
    void aSignatureOfAnotherPolicyOrKeyIsRefused() throws IOException {
        var changed = signed(form().with("key", "a")).with("policy", "e30=");
        assertRefused(
                403,
                "SignatureDoesNotMatch",
                "The request signature we calculated does not match the signature you provided."
                        + " Check your key and signing method.",
                send(changed));

        var unknown = signed(form().with("key", "a"));
        unknown.with("x-amz-credential", "NOBODY/20300101/us-east-1/s3/aws4_request");
        assertThat(send(unknown)).doesNotStartWith("HTTP/1.1 2");
        assertNothingStored();
    }

    @Test
    void whatThePolicyDoesNotTakeIsRefused() throws IOException {
        assertRefused(
                403,
                "AccessDenied",
                "Invalid according to Policy: Extra input fields: acl",
                send(signed(form().with("key", "a")).with("acl", "private")));
        assertRefused(
                403,
                "AccessDenied",
                "Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;,"
                        + " &quot;$key&quot;, &quot;a&quot;]",
                send(signed(form().with("key", "a")).with("key", "b")));
        assertRefused(
                403,
                "AccessDenied",
                "Invalid according to Policy: Policy expired.",
                send(
                        form().with("key", "a")
                                .signedBy(
                                        key,
                                        "photos",
                                        CLOCK.instant().minus(Duration.ofMinutes(6)))));
        assertRefused(
                403,
                "AccessDenied",
                "Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;,"
                        + " &quot;$bucket&quot;, &quot;others&quot;]",
                send(form().with("key", "a").signedBy(key, "others", CLOCK.instant())));
        assertNothingStored();
    }

    @Test
    void aFileOfTheWrongSizeLeavesNothing() throws IOException {
        var now = CLOCK.instant();
        var small = ", [\"content-length-range\", 6, 10]";
        assertRefused(
                400,
                "EntityTooSmall",
                "Your proposed upload is smaller than the minimum allowed size",
                send(form().with("key", "a").signedBy(key, "photos", now, small)));
        var large = ", [\"content-length-range\", 0, 4]";
        assertRefused(
                400,
                "EntityTooLarge",
                "Your proposed upload exceeds the maximum allowed size",
                send(form().with("key", "a").signedBy(key, "photos", now, large)));
        assertNothingStored();
    }

    @Test
    void aFormThatEndsTooSoonLeavesNothing() throws IOException {
        var request =
                new String(
                        signed(form().with("key", "a")).request(HOST, "/photos", ""),
                        StandardCharsets.UTF_8);
        var body = request.substring(0, request.lastIndexOf("\r\n--"));
        var length = body.length() - body.indexOf("\r\n\r\n") - 4;

        var answer =
                send(
                        body.replaceFirst("Content-Length: \\d+", "Content-Length: " + length)
                                .getBytes(StandardCharsets.UTF_8));

        assertThat(answer).startsWith("HTTP/1.1 400").contains("<Code>IncompleteBody</Code>");
        assertNothingStored();
    }

    @Test
    void noFieldBecomesTwoHeaders() throws IOException {
        assertThat(send(signed(form().with("key", "a").with("x-amz-meta-a", "b\r\nSet-Cookie: c"))))
                .contains("<Code>InvalidArgument</Code>");
        assertThat(send(signed(form().with("key", "a").with("x-amz-meta-a: b", "c"))))
                .contains("<Code>InvalidArgument</Code>");
        assertNothingStored();
    }

    @Test
    void aSignerMayUploadNoMoreThanTheKeyMay() throws IOException {
        var reader = server.key(Set.of(Right.READ), Optional.empty(), key.namespace());

        assertRefused(
                403,
                "AccessDenied",
                "Access Denied",
                send(form().with("key", "a").signedBy(reader, "photos", CLOCK.instant())));
        assertNothingStored();
    }

    @Test
    void whatIsSetBesidesTheBytesNeedsItsOwnAction() throws IOException {
        s3.putBucketPolicy(b ->
                b.bucket("photos")
                        .policy(
                                """
                                {"Statement": {"Effect": "Deny", "Principal": "*",
                                 "Action": ["s3:PutObjectTagging", "s3:PutObjectAcl"],
                                 "Resource": "arn:aws:s3:::photos/*"}}\
                                """));
        var tags = "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>";

        assertThat(send(signed(form().with("key", "a").with("tagging", tags))))
                .contains("<Code>AccessDenied</Code>");
        assertThat(send(signed(form().with("key", "a").with("acl", "private"))))
                .contains("<Code>AccessDenied</Code>");
        assertThat(send(signed(form().with("key", "a")))).startsWith("HTTP/1.1 204");
    }

    @Test
    void aPolicyOfTheBucketKnowsAForm() throws IOException {
        s3.putBucketPolicy(b ->
                b.bucket("photos")
                        .policy(
                                """
                                {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:PutObject",
                                 "Resource": "arn:aws:s3:::photos/*",
                                 "Condition": {"StringEquals": {"s3:authType": "POST"}}}}\
                                """));

        assertThat(send(signed(form().with("key", "a")))).contains("<Code>AccessDenied</Code>");
    }

    @Test
    void aStrangerUploadsWhereEveryoneMay() throws IOException {
        var request = form().with("key", "a").request("photos.acme.s3.localhost", "/", "");
        assertThat(send(request)).contains("<Code>AccessDenied</Code>");

        s3.deletePublicAccessBlock(b -> b.bucket("photos"));
        s3.putBucketPolicy(b ->
                b.bucket("photos")
                        .policy(
                                """
                                {"Statement": {"Effect": "Allow", "Principal": "*",
                                 "Action": "s3:PutObject", "Resource": "arn:aws:s3:::photos/*"}}\
                                """));

        assertThat(send(request))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("location: http://photos.acme.s3.localhost/a");
        assertThat(send(form().with("key", "a"))).contains("<Code>AccessDenied</Code>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-amz-signature", "policy", "x-amz-date", "x-amz-credential"})
    void aClaimIsWholeOrNotThere(String field) throws IOException {
        assertThat(send(form().with("key", "a").with(field, "x")))
                .contains("<Code>InvalidArgument</Code>", "Bucket POST must contain a field named");
    }

    @Test
    void tokensAndOlderSignaturesAreRefused() throws IOException {
        assertThat(send(signed(form().with("key", "a").with("x-amz-security-token", "t"))))
                .contains("<Code>InvalidToken</Code>");
        assertThat(send(form().with("key", "a").with("AWSAccessKeyId", key.id())))
                .contains("<Code>InvalidRequest</Code>");
    }

    @Test
    void whatIsNoFormIsRefused() throws IOException {
        assertRefused(
                412,
                "PreconditionFailed",
                "Bucket POST must be of the enclosure-type multipart/form-data",
                send(
                        "POST /photos HTTP/1.1\r\nHost: acme.s3.localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(send(signed(form()))).contains("a field named 'key'");
    }

    @Test
    void aPageOfAnotherOriginIsToldOfItsForm() throws IOException {
        var rule =
                CORSRule.builder()
                        .allowedOrigins("https://app.example.com")
                        .allowedMethods("POST")
                        .exposeHeaders("ETag")
                        .build();
        s3.putBucketCors(b -> b.bucket("photos").corsConfiguration(c -> c.corsRules(rule)));
        var origin = "Origin: https://app.example.com\r\n";

        assertThat(send(signed(form().with("key", "a")).request(HOST, "/photos", origin)))
                .startsWith("HTTP/1.1 204")
                .containsIgnoringCase("access-control-allow-origin: https://app.example.com");
        assertThat(
                        send(
                                signed(form().with("key", "a"))
                                        .with("acl", "private")
                                        .request(HOST, "/photos", origin)))
                .startsWith("HTTP/1.1 403")
                .containsIgnoringCase("access-control-allow-origin: https://app.example.com");
    }
}
