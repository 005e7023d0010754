package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// What stands before the chunks of a slice.
///
/// @param header what the body says of itself in the clear
/// @param description as it is stored
/// @param sums of the chunks
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record SliceHead(BodyHeader header, byte[] description, int[] sums) {
    /// The bytes before the first chunk.
    public int bytes() {
        return Slice.HEAD_BYTES + description.length + sums.length * Integer.BYTES;
    }

    /// The bytes up to the next slice.
    public long storedBytes() {
        var bytes = bytes() + Chunks.storedBytes(header.size(), header.cipher());
        return (bytes + SliceId.UNIT_BYTES - 1) / SliceId.UNIT_BYTES * SliceId.UNIT_BYTES;
    }

    /// @throws CorruptBodyException if it is not what was written
    public static SliceHead read(StoredBytes stored) throws IOException {
        var start = ByteBuffer.allocate(Slice.HEAD_BYTES);
        stored.read(0, start);
        start.flip();
        if (!Slice.wasStart(start.getLong())) {
            throw damaged();
        }
        var header = BodyHeader.read(start);
        if (header.size() > Slice.LARGEST_BYTES) {
            throw damaged();
        }
        var rest = new byte[header.describedBytes() + Chunks.tableBytes(header.size())];
        stored.read(Slice.HEAD_BYTES, ByteBuffer.wrap(rest));
        if (start.getInt() != Slice.sumOf(start, rest)) {
            throw damaged();
        }
        var table = ByteBuffer.wrap(rest).position(header.describedBytes());
        var sums = new int[Chunks.count(header.size())];
        for (var at = 0; at < sums.length; at++) {
            sums[at] = table.getInt();
        }
        return new SliceHead(header, Arrays.copyOf(rest, header.describedBytes()), sums);
    }

    private static CorruptBodyException damaged() {
        return new CorruptBodyException("its header is damaged");
    }
}
