package io.dure.platform.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// A random text that proves something to whoever made it: a cookie, a link, a token. Only its hash
/// is kept.
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /// 256 bits: not to be guessed, so its hash needs no salt and no slowness.
    private static final int BYTES = 32;

    public static Secret random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// @return SHA-256, what the database keeps
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Keeps the secret out of logs.
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
