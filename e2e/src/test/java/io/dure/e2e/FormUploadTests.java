package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A page of somebody else, whose form uploads a file straight into a bucket.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf("io.dure.e2e.TestingBrowser#isThere")
class FormUploadTests {
    private static final String NAME = "견적서 (최종) & 메모.txt";
    private static final byte[] FILE =
            "합계 1,200,000원\r\n------\r\n".getBytes(StandardCharsets.UTF_8);
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private TestingBrowser browser;
    private TestingDure dure;
    private Renter renter;
    private HttpServer site;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        browser = TestingBrowser.start();
        dure = TestingDure.up(folder.resolve("data"));
        renter = Renter.of(dure);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve("/", page());
        serve("/done", "<h1>고맙습니다</h1>");
        site.start();
    }

    @AfterAll
    void stop() throws Exception {
        site.stop(0);
        renter.close();
        browser.close();
        dure.close();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    private void serve(String path, String body) {
        var bytes = ("<!doctype html><meta charset=utf-8>" + body).getBytes(StandardCharsets.UTF_8);
        site.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                    }
                });
    }

    /// The form, and every field of it signed.
    private String page() throws GeneralSecurityException {
        var now = InstantSource.system().instant();
        var time = BASIC.format(now);
        var fields = new LinkedHashMap<String, String>();
        fields.put("key", "받은 것/${filename}");
        fields.put("Content-Type", "text/plain; charset=utf-8");
        fields.put("x-amz-meta-from", "홈페이지");
        fields.put("success_action_redirect", address("/done"));
        fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        fields.put(
                "x-amz-credential",
                renter.keyId() + "/" + time.substring(0, 8) + "/us-east-1/s3/aws4_request");
        fields.put("x-amz-date", time);
        var policy = policy(now, fields);
        fields.put("policy", policy);
        fields.put("x-amz-signature", signature(time.substring(0, 8), policy));
        return "<form method=post enctype=multipart/form-data action='%s/%s'>%s%s</form>"
                .formatted(
                        dure.s3Address(),
                        Renter.BUCKET,
                        fields.entrySet().stream()
                                .map(field ->
                                        "<input type=hidden name='%s' value='%s'>"
                                                .formatted(field.getKey(), field.getValue()))
                                .collect(Collectors.joining()),
                        "<input type=file name=file><button>올리기</button>");
    }

    private static String policy(Instant now, Map<String, String> fields) {
        var conditions =
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey().equals("key")
                                        ? "[\"starts-with\", \"$key\", \"받은 것/\"]"
                                        : "{\"%s\": \"%s\"}"
                                                .formatted(field.getKey(), field.getValue()))
                        .collect(Collectors.joining(", "));
        var policy =
                "{\"expiration\": \"%s\", \"conditions\": [{\"bucket\": \"%s\"}, [\"content-length-range\", 1, 1000], %s]}"
                        .formatted(now.plus(Duration.ofHours(1)), Renter.BUCKET, conditions);
        return Base64.getEncoder().encodeToString(policy.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String day, String policy) throws GeneralSecurityException {
        var key = ("AWS4" + renter.secret()).getBytes(StandardCharsets.UTF_8);
        for (var word : new String[] {day, "us-east-1", "s3", "aws4_request"}) {
            key = hmac(key, word);
        }
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileOfAKoreanNameGoesIntoTheBucketAndTheBrowserGoesOn() throws Exception {
        try (var visitor = browser.visitor("ko-KR")) {
            var page = visitor.newPage();
            page.navigate(address("/"));

            upload(page);

            page.waitForURL(address("/done?bucket=" + Renter.BUCKET + "&key=*"));
            assertThat(page.locator("h1").textContent()).isEqualTo("고맙습니다");
            assertThat(renter.owner().bytes(path("받은 것/" + NAME))).isEqualTo(FILE);
        }
    }

    private static void upload(Page page) {
        page.locator("input[type=file]").setInputFiles(new FilePayload(NAME, "text/plain", FILE));
        page.locator("button").click();
    }

    private static String path(String key) {
        return "/api/o/hanbit/storage/buckets/"
                + Renter.BUCKET
                + "/object?key="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
