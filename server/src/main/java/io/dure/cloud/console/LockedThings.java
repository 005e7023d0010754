package io.dure.cloud.console;

import java.time.Instant;
import java.util.Optional;

/// What an organisation that closes waits for.
///
/// @param versions of objects, that are locked
/// @param until when the last lock ends; empty while there is a legal hold, which has no end
/// @param overridden whether an operator has them removed nevertheless
public record LockedThings(long versions, Optional<Instant> until, boolean overridden) {}
