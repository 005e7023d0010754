package io.dure.platform.tenancy;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Makes ids that sort by the time they were made, so that new rows land at the end of an index,
/// and by the order they were made in within a process, so that an audit trail tells what came
/// first. RFC 9562 §5.7, and §6.2 method 1.
public final class UuidV7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    /// A clock set further back than this is followed; one that slips is not.
    private static final long SLIP = 1_000L << COUNTER_BITS;

    /// Milliseconds and a counter below them.
    private static final AtomicLong LAST = new AtomicLong();

    private UuidV7() {}

    /// @return a new id: 48 bits of milliseconds, a counter of 12 bits, then 62 random bits
    public static UUID next(InstantSource clock) {
        var time = next(clock.millis());
        var high = (time >>> COUNTER_BITS << 16) | 0x7000 | (time & ((1 << COUNTER_BITS) - 1));
        var low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static long next(long millis) {
        // Begins in the lower half, which leaves room to count.
        var begin = (millis << COUNTER_BITS) | RANDOM.nextInt(1 << (COUNTER_BITS - 1));
        return LAST.updateAndGet(last -> last >= begin && last - begin < SLIP ? last + 1 : begin);
    }
}
