package io.dure.platform.audit;

import java.util.HexFormat;

/// A SHA-256, in lower-case hexadecimal.
record Hash(String hex) {
    private static final int BYTES = 32;

    /// Stands before the first seal of a chain.
    static final Hash START = new Hash(HexFormat.of().formatHex(new byte[BYTES]));

    Hash {
        if (HexFormat.of().parseHex(hex).length != BYTES) {
            throw new IllegalArgumentException("not a SHA-256: " + hex);
        }
    }

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
