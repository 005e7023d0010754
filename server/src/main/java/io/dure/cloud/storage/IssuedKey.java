package io.dure.cloud.storage;

/// A new key with its secret, which is shown this once.
public record IssuedKey(HeldKey key, String secret) {
    @Override
    public String toString() {
        return "IssuedKey[" + key.id() + "]";
    }
}
