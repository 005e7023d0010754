package io.dure.cloud.storage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The header by which a webhook knows that a message is ours, and is not an old one sent again:
/// `t=SECONDS,v1=HEX`, HMAC-SHA256 over the seconds, a dot and the body; with another `v1` while
/// two secrets hold. docs/s3/events.md.
final class HookSignature {
    static final String HEADER = "Dure-Signature";
    private static final String ALGORITHM = "HmacSHA256";

    private HookSignature() {}

    static String of(String secret, Instant at, String body) {
        return of(List.of(secret), at, body);
    }

    /// @param secrets that hold, the newest first
    static String of(List<String> secrets, Instant at, String body) {
        var seconds = at.getEpochSecond();
        return secrets.stream()
                .map(secret -> ",v1=" + sum(secret, seconds, body))
                .collect(Collectors.joining("", "t=" + seconds, ""));
    }

    private static String sum(String secret, long seconds, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var sum = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
