package io.dure.cloud.console;

import java.time.Instant;

/// A warning or an error of this node.
///
/// @param text as the code words it, without values
/// @param exception its class, or empty
public record LoggedError(Instant at, String level, String source, String text, String exception) {}
