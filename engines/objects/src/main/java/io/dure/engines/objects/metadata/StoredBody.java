package io.dure.engines.objects.metadata;

import java.util.UUID;

/// Where bytes are kept.
///
/// @param id the address that the store of bodies gave out
/// @param size in bytes
public record StoredBody(UUID id, long size) {}
