package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.keys.BodyKey;
import io.dure.engines.objects.metadata.Namespace;
import java.nio.ByteBuffer;
import java.util.UUID;

/// What a stored body says of itself in the clear.
///
/// @param keyNumber which of the namespace's keys its description is sealed under, and its chunks
///   with [Cipher#NAMESPACE]; 0 for none
/// @param sequence higher than that of what the same process stored before
/// @param place where it is
/// @param salt of its keys
/// @param size of the body, in bytes
/// @param describedBytes of the description, as it is stored
@SuppressWarnings("ArrayRecordComponent") // the salt is passed on, never compared
public record BodyHeader(
        Cipher cipher,
        int keyNumber,
        long sequence,
        Namespace namespace,
        UUID place,
        byte[] salt,
        long size,
        int describedBytes) {

    static final int BYTES = 3 * Integer.BYTES + 6 * Long.BYTES + BodyKey.SALT_BYTES;

    private static final short VERSION = 2;

    /// More than any body has, and few enough that chunks can be counted.
    private static final long MOST_BYTES = 1L << 44;

    /// More than the largest descriptions amount to: a manifest of ten thousand parts, a bucket
    /// with documents of 4 MiB that are escaped.
    static final int MOST_DESCRIBED_BYTES = 12 << 20;

    public BodyHeader at(UUID known) {
        return new BodyHeader(
                cipher, keyNumber, sequence, namespace, known, salt, size, describedBytes);
    }

    void write(ByteBuffer into) {
        into.putShort(VERSION).put(cipher.number()).put((byte) 0);
        into.putInt(keyNumber).putLong(sequence);
        into.putLong(namespace.id().getMostSignificantBits());
        into.putLong(namespace.id().getLeastSignificantBits());
        into.putLong(place.getMostSignificantBits()).putLong(place.getLeastSignificantBits());
        into.put(salt).putLong(size).putInt(describedBytes);
    }

    /// @throws CorruptBodyException if it cannot be one
    static BodyHeader read(ByteBuffer from) throws CorruptBodyException {
        var version = from.getShort();
        var cipher = Cipher.of(from.get());
        from.get();
        if (version != VERSION || cipher.isEmpty()) {
            throw new CorruptBodyException("its header is of no known form");
        }
        var keyNumber = from.getInt();
        var sequence = from.getLong();
        var namespace = new Namespace(new UUID(from.getLong(), from.getLong()));
        var place = new UUID(from.getLong(), from.getLong());
        var salt = new byte[BodyKey.SALT_BYTES];
        from.get(salt);
        var size = from.getLong();
        var described = from.getInt();
        if (size < 0 || size > MOST_BYTES || described < 0 || described > MOST_DESCRIBED_BYTES) {
            throw new CorruptBodyException("its header is damaged");
        }
        return new BodyHeader(
                cipher.get(), keyNumber, sequence, namespace, place, salt, size, described);
    }
}
