package io.dure.engines.objects.bodies.earlier;

import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.place.PageSliceId;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/// The layout of a slice as it was before slices described themselves (docs/decisions/0009): a
/// header that says what it is, whose, and what its bytes sum up to; the body of at most one block;
/// zeros up to the next unit.
public final class PageSliceFormat {
    /// Magic, version, body's id, body's size, body's CRC32C, CRC32C of the header up to here.
    public static final int HEADER_BYTES =
            Long.BYTES + Integer.BYTES + 2 * Long.BYTES + 3 * Integer.BYTES;

    private static final long MAGIC = 0x4455_5245_534c_4943L; // "DURESLIC"
    private static final int VERSION = 1;

    private PageSliceFormat() {}

    /// What stands in a header.
    ///
    /// @param size of the body, in bytes
    /// @param sum CRC32C of the body
    public record Header(PageSliceId id, int size, int sum) {}

    /// Whether there is nothing: a slice that was given back reads as zeros.
    public static boolean isBlank(ByteBuffer header) {
        for (var at = header.position(); at < header.limit(); at++) {
            if (header.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    /// @param header of [#HEADER_BYTES]; its position is then behind it
    /// @return empty if it is damaged or none
    public static Optional<Header> find(ByteBuffer header) {
        var end = header.position() + HEADER_BYTES - Integer.BYTES;
        var sum = Chunks.sum(header.duplicate().limit(end));
        var isHeader = header.getLong() == MAGIC && header.getInt() == VERSION;
        var id = PageSliceId.of(new UUID(header.getLong(), header.getLong()));
        var found = new Header(id, header.getInt(), header.getInt());
        return isHeader && header.getInt() == sum ? Optional.of(found) : Optional.empty();
    }
}
