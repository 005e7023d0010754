package io.dure.platform.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes of authenticator apps: RFC 6238 with SHA-1, steps of 30 seconds and 6 digits,
/// which is what every app can do.
final class Totp {
    static final int SECRET_BYTES = 20;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int DIGITS = 6;

    /// A phone's clock may be so many steps off. RFC 6238 §5.2.
    private static final int DRIFT = 1;

    private Totp() {}

    /// @param digits how long the code is
    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            // RFC 4226 §5.3: the last four bits say which 31 bits to take.
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static long step(Instant time) {
        return time.getEpochSecond() / STEP.toSeconds();
    }

    /// @param after the last step that was used: nothing up to it counts again
    /// @return the step whose code this is
    static OptionalLong match(byte[] secret, String code, Instant now, long after) {
        return LongStream.rangeClosed(step(now) - DRIFT, step(now) + DRIFT)
                .filter(step -> step > after)
                .filter(step -> code(secret, step, DIGITS).equals(code))
                .findFirst();
    }
}
