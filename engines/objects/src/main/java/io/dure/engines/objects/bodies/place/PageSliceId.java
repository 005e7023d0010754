package io.dure.engines.objects.bodies.place;

import java.util.UUID;

/// A body that is a slice of a segment as it was before slices described themselves: at multiples
/// of pages (docs/decisions/0009).
///
/// The UUID's first 48 bits are the segment's number, then come, behind the version, a bit that
/// says slice and seven for the length; the last 16 are the place.
///
/// @param segment 48 random bits
/// @param unit where it starts, in units of [#UNIT_BYTES]
/// @param units how many it takes, at most 127
public record PageSliceId(long segment, int unit, int units) implements BodyId {
    /// What file systems allocate, so that a slice can be given back without its neighbours.
    public static final int UNIT_BYTES = 4096;

    public static final int MOST_UNITS_OF_SEGMENT = 1 << 16;
    private static final int SEGMENT_SHIFT = 16;
    private static final long SLICE_BIT = 0x800;
    private static final long UNITS_MASK = 0x7f;
    private static final long UNIT_MASK = 0xffff;
    private static final long VERSION = 0x8000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /// A file's UUID has 62 random bits where a slice has 46 zeros.
    static boolean isSlice(UUID uuid) {
        return (uuid.getMostSignificantBits() & SLICE_BIT) != 0
                && (uuid.getLeastSignificantBits() & ~UNIT_MASK) == VARIANT;
    }

    public static PageSliceId of(UUID uuid) {
        var high = uuid.getMostSignificantBits();
        return new PageSliceId(
                high >>> SEGMENT_SHIFT,
                (int) (uuid.getLeastSignificantBits() & UNIT_MASK),
                (int) (high & UNITS_MASK));
    }

    @Override
    public UUID uuid() {
        return new UUID(segment << SEGMENT_SHIFT | VERSION | SLICE_BIT | units, VARIANT | unit);
    }

    /// In bytes, from the start of the segment.
    public long position() {
        return (long) unit * UNIT_BYTES;
    }

    /// In bytes, up to the next slice.
    public long length() {
        return (long) units * UNIT_BYTES;
    }
}
