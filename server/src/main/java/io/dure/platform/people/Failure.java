package io.dure.platform.people;

import java.util.Optional;

/// Why something that nobody waited for could not be done.
///
/// @param code of the problem; of early failures none was kept
/// @param reason one sentence for a person
public record Failure(Optional<String> code, String reason) {}
