package io.dure.engines.objects.bodies.format;

import io.dure.engines.objects.keys.BodyKey;
import io.dure.engines.objects.keys.BodyKey.Purpose;
import io.dure.engines.objects.keys.BodyKeys;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.keys.NamespaceKeys;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;

/// How bodies are decrypted.
///
/// @param customer the key of a client that sent one along
public record Unseal(BodyKeys bodyKeys, NamespaceKeys keys, Optional<CustomerKey> customer) {
    /// @throws LostKeyException if nobody has the key any more
    BodyKey chunks(BodyHeader header) throws LostKeyException {
        var key =
                switch (header.cipher()) {
                    case CUSTOMER ->
                            customer.map(CustomerKey::key).orElseThrow(LostKeyException::new);
                    case NAMESPACE -> own(header);
                    case NONE -> throw new IllegalStateException("the body is in the clear");
                };
        return bodyKeys.derive(key, Purpose.CHUNKS, header.salt());
    }

    /// The description in the clear.
    ///
    /// @throws LostKeyException if nobody has the key any more
    /// @throws CorruptBodyException if it is not what was sealed
    public byte[] description(BodyHeader header, byte[] stored)
            throws LostKeyException, CorruptBodyException {
        if (header.keyNumber() == 0) {
            return stored;
        }
        var plain = new byte[stored.length];
        var length =
                bodyKeys.derive(own(header), Purpose.DESCRIPTION, header.salt())
                        .open(0, true, stored, stored.length, plain, 0);
        if (length < 0) {
            throw new CorruptBodyException("its description was sealed under another key");
        }
        return Arrays.copyOf(plain, length);
    }

    private SecretKey own(BodyHeader header) throws LostKeyException {
        return keys.find(header.namespace(), header.keyNumber()).orElseThrow(LostKeyException::new);
    }
}
