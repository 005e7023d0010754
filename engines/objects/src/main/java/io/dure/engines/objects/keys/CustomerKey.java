package io.dure.engines.objects.keys;

import javax.crypto.SecretKey;

/// A key that a client sends along and nobody keeps (SSE-C).
///
/// @param key of 256 bits
/// @param md5 of the key, in Base64, as answers repeat it
public record CustomerKey(SecretKey key, String md5) {
    @Override
    public String toString() {
        return "CustomerKey[]";
    }
}
