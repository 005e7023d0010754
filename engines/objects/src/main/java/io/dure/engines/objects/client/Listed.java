package io.dure.engines.objects.client;

import java.time.Instant;

/// An object of a listing.
///
/// @param key without the prefix of the address
/// @param size in bytes
/// @param modified when it was stored, by the service's clock
public record Listed(String key, long size, Instant modified) {}
