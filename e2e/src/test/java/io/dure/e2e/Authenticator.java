package io.dure.e2e;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The authenticator app of somebody's phone. RFC 6238.
///
/// @param secret as the page shows it, in Base32
record Authenticator(String secret) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int STEP_SECONDS = 30;

    /// @return the six digits of this half minute
    String code() {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key(), "HmacSHA1"));
            var step = Instant.now().getEpochSecond() / STEP_SECONDS;
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// RFC 4648 §6.
    private byte[] key() {
        var letters = secret.replaceAll("[^A-Z2-7]", "");
        var bytes = ByteBuffer.allocate(letters.length() * 5 / 8 + 1);
        var bits = 0;
        var value = 0;
        for (var at = 0; at < letters.length(); at++) {
            value = (value << 5) | ALPHABET.indexOf(letters.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (value >> bits));
                value &= (1 << bits) - 1;
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
