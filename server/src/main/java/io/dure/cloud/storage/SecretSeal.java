package io.dure.cloud.storage;

import io.dure.platform.database.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Encrypts the secrets of access keys, which signatures need in the clear, under a key that lies
/// in the data folder and not in the database: AES-256-GCM, a random nonce in front, bound to the
/// key's id.
@Component
class SecretSeal {
    private static final String FILE = "storage.key";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey key;

    SecretSeal(DataFolder folder) {
        this.key = new SecretKeySpec(load(folder), "AES");
    }

    private byte[] load(DataFolder folder) {
        Path file = folder.path().resolve(FILE);
        try {
            if (!Files.exists(file)) {
                var made = new byte[KEY_BYTES];
                random.nextBytes(made);
                folder.write(FILE, HexFormat.of().formatHex(made));
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the sealed secret in Base64
    String seal(String accessKeyId, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed =
                run(
                        Cipher.ENCRYPT_MODE,
                        nonce,
                        accessKeyId,
                        secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(
                        ByteBuffer.allocate(nonce.length + sealed.length)
                                .put(nonce)
                                .put(sealed)
                                .array());
    }

    /// @throws IllegalStateException if it was sealed under another key file, or for another id
    String open(String accessKeyId, String sealed) {
        var buffer = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var text = new byte[buffer.remaining()];
        buffer.get(text);
        return new String(
                run(Cipher.DECRYPT_MODE, nonce, accessKeyId, text), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String accessKeyId, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(accessKeyId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The secret of an access key cannot be read; is " + FILE + " the right one?",
                    e);
        }
    }
}
