package io.dure.platform.identity;

import java.time.Instant;
import java.util.UUID;

/// A passkey of a person, as their list shows it.
///
/// @param name what the person calls it
public record Passkey(UUID id, String name, Instant createdAt, Instant usedAt) {}
