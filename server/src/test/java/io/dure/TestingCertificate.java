package io.dure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/// A certificate for localhost that signed itself, as PEM files such as a certificate authority's
/// client writes.
record TestingCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /// Makes one, over whatever is there.
    static TestingCertificate write(Path folder, String commonName) throws Exception {
        var store = folder.resolve(commonName + ".p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "it",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + commonName,
                                "-ext",
                                "san=dns:localhost,ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .inheritIO()
                        .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        return export(store, folder);
    }

    private static TestingCertificate export(Path file, Path folder)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var pem = new TestingCertificate(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        // Both appear whole, as renewals do, since a watcher may look at any moment.
        replace(pem.key, "PRIVATE KEY", store.getKey("it", PASSWORD.toCharArray()).getEncoded());
        replace(pem.certificate, "CERTIFICATE", store.getCertificate("it").getEncoded());
        return pem;
    }

    private static void replace(Path file, String type, byte[] content) throws IOException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(
                fresh, "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n");
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
