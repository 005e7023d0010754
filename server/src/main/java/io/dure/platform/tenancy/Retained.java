package io.dure.platform.tenancy;

import java.time.Instant;
import java.util.Optional;

/// What an organisation holds that must not be removed yet.
///
/// @param things how many, such as locked versions of objects
/// @param until when the last of them may go; empty if that is not known, for somebody holds it
public record Retained(long things, Optional<Instant> until) {
    public static final Retained NOTHING = new Retained(0, Optional.of(Instant.MIN));

    public boolean isNothing() {
        return things == 0;
    }

    /// Both together.
    public Retained and(Retained other) {
        return new Retained(
                things + other.things,
                until.flatMap(
                        end -> other.until.map(ending -> end.isAfter(ending) ? end : ending)));
    }
}
