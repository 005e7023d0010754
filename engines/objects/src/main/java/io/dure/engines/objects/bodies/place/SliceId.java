package io.dure.engines.objects.bodies.place;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// A body that is a slice of a segment.
///
/// The UUID's first 48 bits are the segment's number, then come, behind the version, a bit that
/// says slice; behind the variant one that tells it from a [PageSliceId], the length and the place.
///
/// @param segment 48 random bits
/// @param unit where it starts, in units of [#UNIT_BYTES]; at most 40 bits
/// @param units how many it takes, at most 20 bits
public record SliceId(long segment, long unit, int units) implements BodyId {
    /// Small enough that slices lie close, large enough that places are short.
    public static final int UNIT_BYTES = 16;

    private static final int SEGMENT_SHIFT = 16;
    private static final int UNITS_SHIFT = 40;
    private static final long SLICE_BIT = 0x800;
    private static final long UNITS_MASK = 0xf_ffff;
    private static final long UNIT_MASK = 0xff_ffff_ffffL;
    private static final long VERSION = 0x8000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long CLOSE_BIT = 0x1000_0000_0000_0000L;
    private static final long KIND_MASK = 0xf000_0000_0000_0000L;

    /// One that is kept by itself: segment and unit are random, and only name it.
    public static SliceId alone(int units) {
        var random = ThreadLocalRandom.current();
        return new SliceId(
                random.nextLong() >>> SEGMENT_SHIFT, random.nextLong() & UNIT_MASK, units);
    }

    public static boolean isSlice(UUID uuid) {
        return (uuid.getMostSignificantBits() & 0xffff) == (VERSION | SLICE_BIT)
                && (uuid.getLeastSignificantBits() & KIND_MASK) == (VARIANT | CLOSE_BIT);
    }

    public static SliceId of(UUID uuid) {
        var low = uuid.getLeastSignificantBits();
        return new SliceId(
                uuid.getMostSignificantBits() >>> SEGMENT_SHIFT,
                low & UNIT_MASK,
                (int) (low >>> UNITS_SHIFT & UNITS_MASK));
    }

    @Override
    public UUID uuid() {
        return new UUID(
                segment << SEGMENT_SHIFT | VERSION | SLICE_BIT,
                VARIANT | CLOSE_BIT | (long) units << UNITS_SHIFT | unit);
    }

    /// In bytes, from the start of the segment.
    public long position() {
        return unit * UNIT_BYTES;
    }

    /// In bytes, up to the next slice.
    public long length() {
        return (long) units * UNIT_BYTES;
    }
}
