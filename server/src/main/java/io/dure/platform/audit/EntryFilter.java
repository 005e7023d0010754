package io.dure.platform.audit;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;

/// Which entries of a trail are asked for; an empty one asks for all.
///
/// @param action exactly this, or all that begin so if it ends with a dot: `people.`
/// @param from the first instant
/// @param to the first instant no longer asked for
public record EntryFilter(
        Optional<PersonId> actor,
        Optional<String> action,
        Optional<String> subject,
        Optional<Instant> from,
        Optional<Instant> to) {
    public static final EntryFilter ALL =
            new EntryFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
