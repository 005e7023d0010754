package io.dure.engines.objects.metadata;

import java.time.Instant;

/// @param name unique in its namespace
public record Bucket(String name, Instant createdAt) {}
