package io.dure.cloud.storage;

import java.security.SecureRandom;
import java.util.Base64;

/// Ids and secrets in the shape that S3 clients expect: 20 capitals and digits, 40 characters of
/// Base64.
final class KeyText {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String PREFIX = "DURE";
    private static final int ID_LENGTH = 20;
    private static final int SECRET_BYTES = 30;

    private KeyText() {}

    static String id() {
        var id = new StringBuilder(PREFIX);
        while (id.length() < ID_LENGTH) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
