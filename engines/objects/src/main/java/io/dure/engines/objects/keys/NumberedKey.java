package io.dure.engines.objects.keys;

import javax.crypto.SecretKey;

/// One of a namespace's keys.
///
/// @param number 1 for the first, one more for each that followed
/// @param key of 256 bits
public record NumberedKey(int number, SecretKey key) {
    public NumberedKey {
        if (number < 1) {
            throw new IllegalArgumentException("keys are numbered from 1");
        }
    }

    @Override
    public String toString() {
        return "NumberedKey[" + number + "]";
    }
}
