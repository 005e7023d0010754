package io.dure.engines.objects.bodies.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/// What stands behind the chunks of a body that is a file: its description, the chunks' checksums,
/// and a footer. The layout: docs/storage/volume-store.md, "A file".
///
/// @param header what the body says of itself in the clear
/// @param description as it is stored
/// @param sums of the chunks
@SuppressWarnings("ArrayRecordComponent") // read, never compared
public record FileTrailer(BodyHeader header, byte[] description, int[] sums) {
    /// What the body says of itself, a checksum, and the magic.
    static final int FOOTER_BYTES = BodyHeader.BYTES + Integer.BYTES + Long.BYTES;

    private static final long MAGIC = 0x4455_5245_4649_4c45L; // "DUREFILE"

    public static ByteBuffer write(BodyHeader header, byte[] description, int[] sums) {
        var trailer =
                ByteBuffer.allocate(
                        description.length + sums.length * Integer.BYTES + FOOTER_BYTES);
        trailer.put(description);
        for (var sum : sums) {
            trailer.putInt(sum);
        }
        header.write(trailer);
        trailer.putInt(Chunks.sum(trailer.array(), trailer.position())).putLong(MAGIC);
        return trailer.flip();
    }

    /// Whether the last bytes of a file are a footer of this form, and not of an earlier one.
    static boolean isFooter(ByteBuffer footer) {
        return footer.getLong(footer.limit() - Long.BYTES) == MAGIC;
    }

    /// @throws CorruptBodyException if it is not whole
    public static FileTrailer read(StoredBytes stored) throws IOException {
        var end = stored.size();
        var footer = ByteBuffer.allocate(FOOTER_BYTES);
        if (end < FOOTER_BYTES) {
            throw new CorruptBodyException("it is cut short");
        }
        stored.read(end - FOOTER_BYTES, footer);
        if (!isFooter(footer.flip())) {
            throw new CorruptBodyException("its footer is damaged");
        }
        var header = BodyHeader.read(footer);
        var chunks = Chunks.storedBytes(header.size(), header.cipher());
        if (chunks + header.describedBytes() + Chunks.tableBytes(header.size()) + FOOTER_BYTES
                != end) {
            throw new CorruptBodyException("it has another size");
        }
        var trailer = ByteBuffer.allocate((int) (end - chunks));
        stored.read(chunks, trailer);
        var sum = Chunks.sum(trailer.array(), trailer.capacity() - Integer.BYTES - Long.BYTES);
        if (sum != footer.getInt()) {
            throw new CorruptBodyException("its trailer is damaged");
        }
        trailer.flip();
        var description = new byte[header.describedBytes()];
        trailer.get(description);
        var sums = new int[Chunks.count(header.size())];
        for (var at = 0; at < sums.length; at++) {
            sums[at] = trailer.getInt();
        }
        return new FileTrailer(header, description, sums);
    }
}
