package io.dure.platform.idempotency;

import io.dure.platform.problem.InvalidInputException;
import java.util.regex.Pattern;

/// A request that may come again.
///
/// @param key as the client chose it: 1 to 200 visible ASCII characters
/// @param fingerprint of all that was asked
@SuppressWarnings("ArrayRecordComponent") // lives for one request and is never compared
record Request(String key, byte[] fingerprint) {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    Request {
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInputException(
                    "Idempotency-Key",
                    "malformed",
                    "An Idempotency-Key has 1 to 200 visible ASCII characters.");
        }
    }
}
