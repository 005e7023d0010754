package io.dure.engines.objects.bodies;

import java.util.UUID;

/// Where a body is, packed into a UUID of version 8 (RFC 9562 §5.8), which is all that the metadata
/// keep of it.
sealed interface BodyId permits FileId, SliceId {
    UUID uuid();

    static BodyId of(UUID uuid) {
        return SliceId.isSlice(uuid) ? SliceId.of(uuid) : new FileId(uuid);
    }
}
