package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.bodies.place.SliceId;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32C;

/// A small body as it is stored, in a store that says where. The layout:
/// docs/storage/volume-store.md, "A slice".
public final class Slice {
    /// The largest body that is one.
    public static final int LARGEST_BYTES = 1024 * 1024;

    private static final byte LIVES = (byte) 0xD2;
    public static final byte REMOVED = 0;
    private static final long MAGIC = 0x44_5552_4520_534cL; // "DURE SL"

    /// State and magic, what a body says of itself, and a checksum.
    public static final int HEAD_BYTES = Long.BYTES + BodyHeader.BYTES + Integer.BYTES;

    private final BodyHeader header;
    private final byte[] description;
    private final int[] sums;
    private final List<ChunkBuffer> chunks;

    /// @param header of which the place is not known yet
    /// @param description as it is stored
    /// @param sums of the chunks
    /// @param chunks as they are stored
    public Slice(BodyHeader header, byte[] description, int[] sums, List<ChunkBuffer> chunks) {
        this.header = header;
        this.description = description;
        this.sums = sums;
        this.chunks = chunks;
    }

    public boolean hasBytes() {
        return !chunks.isEmpty();
    }

    /// What it takes in a segment.
    public int units() {
        var bytes = headBytes() + chunks.stream().mapToInt(ChunkBuffer::length).sum();
        return (bytes + SliceId.UNIT_BYTES - 1) / SliceId.UNIT_BYTES;
    }

    private int headBytes() {
        return HEAD_BYTES + description.length + sums.length * Integer.BYTES;
    }

    /// Its bytes in order, up to a multiple of a unit.
    public ByteBuffer[] bytes(UUID place) {
        var head = ByteBuffer.allocate(HEAD_BYTES);
        head.putLong((long) LIVES << 56 | MAGIC);
        header.at(place).write(head);
        var rest = Arrays.copyOf(description, headBytes() - HEAD_BYTES);
        var table = ByteBuffer.wrap(rest).position(description.length);
        for (var chunk : sums) {
            table.putInt(chunk);
        }
        head.putInt(sumOf(head, rest));
        var bytes = new ByteBuffer[chunks.size() + 3];
        bytes[0] = head.flip();
        bytes[1] = ByteBuffer.wrap(rest);
        var length = headBytes();
        for (var at = 0; at < chunks.size(); at++) {
            bytes[at + 2] = chunks.get(at).view();
            length += bytes[at + 2].remaining();
        }
        bytes[bytes.length - 1] = ByteBuffer.allocate(units() * SliceId.UNIT_BYTES - length);
        return bytes;
    }

    /// The CRC32C of what a body says of itself, and of the description and table behind it.
    ///
    /// @param head of [#HEAD_BYTES], of which state, magic and the checksum itself do not count
    static int sumOf(ByteBuffer head, byte[] rest) {
        var crc = new CRC32C();
        crc.update(head.duplicate().limit(Long.BYTES + BodyHeader.BYTES).position(Long.BYTES));
        crc.update(rest);
        return (int) crc.getValue();
    }

    /// Whether a living slice starts so.
    public static boolean isStart(long first) {
        return first == ((long) LIVES << 56 | MAGIC);
    }

    /// Whether a slice starts so, be it one that was given back.
    public static boolean wasStart(long first) {
        return isStart(first) || first == ((long) REMOVED << 56 | MAGIC);
    }
}
