package io.dure.bench.objects;

import io.dure.bench.Api;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An access key that signs requests by header (AWS Signature Version 4), leanly: an SDK would cost
/// the two cores more than what it measures.
final class Key {
    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String REGION = "us-east-1";
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";
    private static final String PAYLOAD = "UNSIGNED-PAYLOAD";

    private final String id;
    private final String secret;
    private volatile Day today = new Day("", new byte[0]);

    Key(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /// An access key of the organisation, which may do everything.
    static Key rent(Api api) throws IOException, InterruptedException {
        var made =
                api.post(
                        "/storage/keys",
                        Map.of(
                                "kind", "APPLICATION",
                                "name", "bench",
                                "rights", List.of("READ", "WRITE", "BUCKETS")));
        return new Key(made.path("key").path("id").asString(), made.path("secret").asString());
    }

    /// The key derived for a day, which SDKs remember, too.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Day(String date, byte[] signingKey) {}

    /// The head of a signed request, without its last, empty line.
    ///
    /// @param path already percent-encoded
    String head(String method, String host, String path, Instant now) {
        return head(method, host, path, "", now);
    }

    /// The head of a signed request with a query, without its last, empty line.
    ///
    /// @param path already percent-encoded
    /// @param query in the canonical form: sorted, encoded, a `=` in each parameter
    String head(String method, String host, String path, String query, Instant now) {
        var date = BASIC.format(now);
        var scope = date.substring(0, 8) + "/" + REGION + "/s3/aws4_request";
        var canonical =
                method
                        + "\n"
                        + path
                        + "\n"
                        + query
                        + "\nhost:"
                        + host
                        + "\nx-amz-content-sha256:"
                        + PAYLOAD
                        + "\nx-amz-date:"
                        + date
                        + "\n\n"
                        + SIGNED
                        + "\n"
                        + PAYLOAD;
        var toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope + "\n" + hex(sha256(canonical));
        var signature = hex(hmac(signingKey(date.substring(0, 8)), toSign));
        return method
                + " "
                + (query.isEmpty() ? path : path + "?" + query)
                + " HTTP/1.1\r\nHost: "
                + host
                + "\r\nx-amz-content-sha256: "
                + PAYLOAD
                + "\r\nx-amz-date: "
                + date
                + "\r\nAuthorization: AWS4-HMAC-SHA256 Credential="
                + id
                + "/"
                + scope
                + ", SignedHeaders="
                + SIGNED
                + ", Signature="
                + signature
                + "\r\n";
    }

    private byte[] signingKey(String date) {
        if (!today.date.equals(date)) {
            var key = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), date);
            today = new Day(date, hmac(hmac(hmac(key, REGION), "s3"), "aws4_request"));
        }
        return today.signingKey;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
