package io.dure.engines.objects.client;

import java.time.Instant;

/// A multipart upload that was neither completed nor aborted.
///
/// @param key without the prefix of the address
/// @param begun by the service's clock
public record Unfinished(String key, String uploadId, Instant begun) {}
