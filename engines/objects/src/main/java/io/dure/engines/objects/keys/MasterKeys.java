package io.dure.engines.objects.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys that wrap namespaces' keys: files `master-1`, `master-2` … in a folder, of which the
/// newest wraps. Whoever loses the folder has lost all that is encrypted.
public final class MasterKeys {
    private static final Pattern NAME = Pattern.compile("master-([1-9]\\d{0,5})");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final TreeMap<Integer, SecretKey> keys = new TreeMap<>();

    /// @param folder is made, and a first key in it, if it is not there
    public MasterKeys(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var files = Files.newDirectoryStream(folder, "master-*")) {
            for (var file : files) {
                var name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    keys.put(Integer.valueOf(name.group(1)), read(file));
                }
            }
        }
        if (keys.isEmpty()) {
            rotate();
        }
    }

    private static SecretKey read(Path file) throws IOException {
        var bytes = HexFormat.of().parseHex(Files.readString(file).strip());
        if (bytes.length != KEY_BYTES) {
            throw new IOException(file + " is no key");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /// Makes another key, which wraps from now on; the others still unwrap.
    ///
    /// @return its number
    public synchronized int rotate() throws IOException {
        var bytes = random(KEY_BYTES);
        var number = keys.isEmpty() ? 1 : keys.lastKey() + 1;
        DurableFiles.create(
                folder.resolve("master-" + number),
                (HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII));
        keys.put(number, new SecretKeySpec(bytes, "AES"));
        return number;
    }

    /// The number of the key that wraps.
    public synchronized int newest() {
        return keys.lastKey();
    }

    /// A wrapped key.
    ///
    /// @param master the number of the key that wraps it
    /// @param bytes nonce, encrypted key and tag
    @SuppressWarnings("ArrayRecordComponent") // written to a file, never compared
    record Wrapped(int master, byte[] bytes) {}

    /// @param owner whose key it is, without whom it is not unwrapped
    synchronized Wrapped wrap(SecretKey key, String owner) {
        var nonce = random(NONCE_BYTES);
        var newest = keys.lastEntry();
        var sealed = run(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, owner, key.getEncoded());
        return new Wrapped(
                newest.getKey(),
                ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    /// @throws UncheckedIOException if the master key is missing, or the owner another
    synchronized SecretKey unwrap(Wrapped wrapped, String owner) {
        var master = keys.get(wrapped.master());
        if (master == null) {
            throw new UncheckedIOException(
                    new IOException(
                            "The file "
                                    + folder.resolve("master-" + wrapped.master())
                                    + " is missing."));
        }
        var buffer = ByteBuffer.wrap(wrapped.bytes());
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return new SecretKeySpec(
                run(Cipher.DECRYPT_MODE, master, nonce, owner, sealed), "HmacSHA256");
    }

    private byte[] random(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] run(int mode, SecretKey key, byte[] nonce, String owner, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new UncheckedIOException(
                    new IOException("A key was wrapped under another master key.", e));
        }
    }
}
