package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.keys.BodyKey;
import java.util.Optional;

/// How a body's chunks are encrypted.
public enum Cipher {
    /// Not at all.
    NONE(0),
    /// AES-256-GCM, under a key of the namespace's.
    NAMESPACE(1),
    /// AES-256-GCM, under a key that the client keeps.
    CUSTOMER(2);

    private final byte number;

    Cipher(int number) {
        this.number = (byte) number;
    }

    /// What stands for it on disk.
    byte number() {
        return number;
    }

    static Optional<Cipher> of(byte number) {
        for (var cipher : values()) {
            if (cipher.number == number) {
                return Optional.of(cipher);
            }
        }
        return Optional.empty();
    }

    /// What a stored chunk has more than its bytes.
    public int tagBytes() {
        return this == NONE ? 0 : BodyKey.TAG_BYTES;
    }
}
