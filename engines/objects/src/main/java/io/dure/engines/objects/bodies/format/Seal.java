package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.keys.BodyKey;
import io.dure.engines.objects.keys.BodyKey.Purpose;
import io.dure.engines.objects.keys.BodyKeys;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.keys.NumberedKey;
import io.dure.engines.objects.metadata.Namespace;
import java.util.Optional;
import java.util.UUID;

/// How one body is encrypted, chunk by chunk, if it is.
public final class Seal {
    private static final UUID NOWHERE_YET = new UUID(0, 0);

    private final BodyKeys bodyKeys;
    private final Namespace namespace;
    private final Optional<NumberedKey> own;
    private final Cipher cipher;
    private final byte[] salt;
    private final Optional<BodyKey> chunks;

    /// @param own the namespace's key, if it has one
    /// @param customer the client's, for this body's chunks alone
    public Seal(
            BodyKeys bodyKeys,
            Namespace namespace,
            Optional<NumberedKey> own,
            Optional<CustomerKey> customer) {
        this.bodyKeys = bodyKeys;
        this.salt = bodyKeys.salt();
        this.namespace = namespace;
        this.own = own;
        this.cipher =
                customer.isPresent()
                        ? Cipher.CUSTOMER
                        : own.isPresent() ? Cipher.NAMESPACE : Cipher.NONE;
        this.chunks =
                customer.map(CustomerKey::key)
                        .or(() -> own.map(NumberedKey::key))
                        .map(key -> bodyKeys.derive(key, Purpose.CHUNKS, salt));
    }

    /// The chunk as it is stored. The buffer is taken over.
    public ChunkBuffer chunk(int index, boolean last, ChunkBuffer filled, ChunkBuffers buffers) {
        if (chunks.isEmpty()) {
            return filled;
        }
        var sealed = buffers.take();
        var length =
                chunks.get().seal(index, last, filled.bytes(), filled.length(), sealed.bytes());
        buffers.give(filled);
        return sealed.length(length);
    }

    public byte[] description(byte[] plain) {
        if (own.isEmpty()) {
            return plain;
        }
        var sealed = new byte[plain.length + BodyKey.TAG_BYTES];
        bodyKeys.derive(own.get().key(), Purpose.DESCRIPTION, salt)
                .seal(0, true, plain, plain.length, sealed);
        return sealed;
    }

    public BodyHeader header(long sequence, long size, int describedBytes) {
        return new BodyHeader(
                cipher,
                own.map(NumberedKey::number).orElse(0),
                sequence,
                namespace,
                NOWHERE_YET,
                salt,
                size,
                describedBytes);
    }
}
