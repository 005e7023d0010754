package io.dure.engines.objects.bodies;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// What stands before the chunks of a slice.
///
/// @param header what the body says of itself in the clear
/// @param description as it is stored
/// @param sums of the chunks
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record SliceHead(BodyHeader header, byte[] description, int[] sums) {
    /// The bytes before the first chunk.
    int bytes() {
        return Slice.HEAD_BYTES + description.length + sums.length * Integer.BYTES;
    }

    /// The bytes up to the next slice.
    long storedBytes() {
        var bytes = bytes() + Chunks.storedBytes(header.size(), header.cipher());
        return (bytes + SliceId.UNIT_BYTES - 1) / SliceId.UNIT_BYTES * SliceId.UNIT_BYTES;
    }

    /// How many bytes a head takes that starts so.
    ///
    /// @param start at least [Slice#HEAD_BYTES], from the buffer's position on
    /// @return empty if it is none, or a damaged one
    static Optional<Integer> bytes(ByteBuffer start) {
        var from = start.duplicate();
        if (!Slice.wasStart(from.getLong())) {
            return Optional.empty();
        }
        try {
            var header = BodyHeader.read(from);
            return header.size() > Slice.LARGEST_BYTES
                    ? Optional.empty()
                    : Optional.of(
                            Slice.HEAD_BYTES
                                    + header.describedBytes()
                                    + Chunks.tableBytes(header.size()));
        } catch (CorruptBodyException e) {
            return Optional.empty();
        }
    }

    /// @throws CorruptBodyException if it is not what was written
    static SliceHead read(StoredBytes stored) throws IOException {
        var start = ByteBuffer.allocate(Slice.HEAD_BYTES);
        stored.read(0, start);
        var length = bytes(start.flip()).orElseThrow(SliceHead::damaged);
        var head = new byte[length];
        stored.read(0, ByteBuffer.wrap(head));
        var bytes = ByteBuffer.wrap(head).position(Long.BYTES);
        var header = BodyHeader.read(bytes);
        if (bytes.getInt() != Slice.sumOf(head)) {
            throw damaged();
        }
        var description = new byte[header.describedBytes()];
        bytes.get(description);
        var sums = new int[Chunks.count(header.size())];
        for (var at = 0; at < sums.length; at++) {
            sums[at] = bytes.getInt();
        }
        return new SliceHead(header, description, sums);
    }

    private static CorruptBodyException damaged() {
        return new CorruptBodyException("its header is damaged");
    }
}
