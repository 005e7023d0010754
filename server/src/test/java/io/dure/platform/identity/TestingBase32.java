package io.dure.platform.identity;

import java.math.BigInteger;

/// What an authenticator app does with the secret it is shown.
final class TestingBase32 {
    private TestingBase32() {}

    static byte[] decode(String text) {
        var number = BigInteger.ZERO;
        for (var place = 0; place < text.length(); place++) {
            var letter = text.charAt(place);
            var value = letter >= 'A' ? letter - 'A' : letter - '2' + 26;
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        var bytes = new byte[text.length() * 5 / 8];
        var found = number.toByteArray();
        for (int i = found.length - 1, j = bytes.length - 1; i >= 0 && j >= 0; i--, j--) {
            bytes[j] = found[i];
        }
        return bytes;
    }
}
