package io.dure.engines.objects.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key that encrypts one body's chunks, or one body's description, and nothing else: AES-256-GCM,
/// NIST SP 800-38D. Since nothing else is encrypted under it, the nonce is the chunk's index; the
/// last chunk's says that it is the last, so that a body cut short at a chunk's end is noticed
/// (Hoang et al., "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", STREAM).
///
/// For one thread.
public final class BodyKey {
    public static final int SALT_BYTES = 16;
    public static final int TAG_BYTES = 16;

    private static final int NONCE_BYTES = 12;
    private static final byte LAST = 1;

    private final SecretKeySpec key;
    private final BodyKeys owner;
    private final byte[] nonce = new byte[NONCE_BYTES];

    /// What a derived key encrypts.
    public enum Purpose {
        CHUNKS,
        DESCRIPTION;

        private final byte[] label = ("dure body v2 " + name()).getBytes(StandardCharsets.US_ASCII);

        byte[] label() {
            return label.clone();
        }
    }

    /// @param owner keeps ciphers for the next key
    BodyKey(byte[] key, BodyKeys owner) {
        this.key = new SecretKeySpec(key, "AES");
        this.owner = owner;
    }

    /// Encrypts a chunk, with its tag behind it.
    ///
    /// @param sealed another array than `plain`, with room for [#TAG_BYTES] more
    /// @return how many bytes it has then
    public int seal(long index, boolean last, byte[] plain, int length, byte[] sealed) {
        try {
            return run(Cipher.ENCRYPT_MODE, index, last, plain, length, sealed, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk was not encrypted", e);
        }
    }

    /// Decrypts a chunk.
    ///
    /// @param length with the tag
    /// @return how many bytes it has then; -1 if it is not what was sealed
    public int open(long index, boolean last, byte[] sealed, int length, byte[] plain, int at) {
        try {
            return run(Cipher.DECRYPT_MODE, index, last, sealed, length, plain, at);
        } catch (AEADBadTagException e) {
            return -1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk was not decrypted", e);
        }
    }

    /// A cipher that threw is not kept.
    private int run(
            int mode, long index, boolean last, byte[] from, int length, byte[] into, int at)
            throws GeneralSecurityException {
        var cipher = owner.cipher();
        ByteBuffer.wrap(nonce).putLong(index).put(last ? LAST : 0);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        var count = cipher.doFinal(from, 0, length, into, at);
        owner.keep(cipher);
        return count;
    }
}
