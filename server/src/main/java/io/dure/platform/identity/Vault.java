package io.dure.platform.identity;

import io.dure.platform.database.DataFolder;
import io.dure.platform.database.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Encrypts what has to be read again (AES-256-GCM), with the key `identity/vault.key` in the data
/// folder: a copy of the database alone opens nothing.
@Component
class Vault {
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    Vault(DataFolder data) throws IOException {
        var file = data.folder("identity").resolve("vault.key");
        if (!Files.exists(file)) {
            create(file);
        }
        this.key = new SecretKeySpec(Files.readAllBytes(file), "AES");
    }

    private void create(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        WholeFile.write(file, bytes);
    }

    /// @param owner bound to the box: it opens for nobody else
    byte[] close(byte[] content, String owner) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, owner, content);
        return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] open(byte[] box, String owner) {
        var nonce = Arrays.copyOf(box, NONCE_BYTES);
        return run(
                Cipher.DECRYPT_MODE,
                nonce,
                owner,
                Arrays.copyOfRange(box, NONCE_BYTES, box.length));
    }

    private byte[] run(int mode, byte[] nonce, String owner, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the vault's key does not open this", e);
        }
    }
}
