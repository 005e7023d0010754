package io.dure.platform.audit;

import io.dure.platform.database.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// The Ed25519 key (RFC 8032) that signs the heads: made once, kept beside them, readable by the
/// server's user alone. `public.der` may be given to whoever wants to check.
final class HeadKey {
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;

    private HeadKey(KeyPair pair) {
        this.pair = pair;
    }

    static HeadKey in(Path folder) throws IOException, GeneralSecurityException {
        var secret = folder.resolve("secret.der");
        var open = folder.resolve("public.der");
        if (!Files.exists(secret)) {
            var fresh = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            WholeFile.write(open, fresh.getPublic().getEncoded());
            WholeFile.write(secret, fresh.getPrivate().getEncoded());
        }
        var factory = KeyFactory.getInstance(ALGORITHM);
        return new HeadKey(
                new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(Files.readAllBytes(open))),
                        factory.generatePrivate(
                                new PKCS8EncodedKeySpec(Files.readAllBytes(secret)))));
    }

    byte[] sign(byte[] text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(byte[] text, byte[] signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(text);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
