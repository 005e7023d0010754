package io.dure.engines.objects.metadata;

import java.util.UUID;

/// A body that was copied to another place.
///
/// @param claim with the body's place so far
/// @param copy where it is now, too
public record Move(Claim claim, UUID copy) {}
