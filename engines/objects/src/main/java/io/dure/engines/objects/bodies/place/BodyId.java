package io.dure.engines.objects.bodies.place;

import java.util.UUID;

/// Where a body is, packed into a UUID of version 8 (RFC 9562 §5.8), which is all that the metadata
/// keep of it.
public sealed interface BodyId permits FileId, SliceId, PageSliceId {
    UUID uuid();

    static BodyId of(UUID uuid) {
        if (SliceId.isSlice(uuid)) {
            return SliceId.of(uuid);
        }
        return PageSliceId.isSlice(uuid) ? PageSliceId.of(uuid) : new FileId(uuid);
    }
}
