package io.dure.platform.tenancy;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/// Makes ids that sort by the time they were made, so that new rows land at the end of an index.
/// RFC 9562 §5.7.
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private UuidV7() {}

    /// @return a new id: 48 bits of milliseconds, then 74 random bits
    public static UUID next(InstantSource clock) {
        var high = (clock.millis() << 16) | 0x7000 | (RANDOM.nextInt() & 0x0fff);
        var low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
