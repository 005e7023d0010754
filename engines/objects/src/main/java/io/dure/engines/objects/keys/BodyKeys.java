package io.dure.engines.objects.keys;

import io.dure.engines.objects.keys.BodyKey.Purpose;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Derives bodies' keys: HMAC-SHA256 of purpose and salt, under a namespace's or a customer's key.
public final class BodyKeys {
    /// As many as requests that encrypt or decrypt at a time.
    private static final int KEPT = 64;

    private final SecureRandom random = new SecureRandom();

    /// Looking a cipher up takes as long as encrypting 4 KiB with it: they are kept for the next.
    private final Queue<Cipher> ciphers = new ArrayBlockingQueue<>(KEPT);

    /// @param from a namespace's key, or a customer's
    /// @param salt random, of [BodyKey#SALT_BYTES]
    public BodyKey derive(SecretKey from, Purpose purpose, byte[] salt) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(from);
            mac.update(purpose.label());
            return new BodyKey(mac.doFinal(salt), this);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 belongs to every JDK", e);
        }
    }

    /// Of another body each time.
    public byte[] salt() {
        var salt = new byte[BodyKey.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    Cipher cipher() throws GeneralSecurityException {
        var kept = ciphers.poll();
        return kept == null ? Cipher.getInstance("AES/GCM/NoPadding") : kept;
    }

    void keep(Cipher cipher) {
        ciphers.offer(cipher);
    }
}
