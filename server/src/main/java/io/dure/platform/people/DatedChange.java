package io.dure.platform.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// A transfer or a reorganisation: entered once, in force from a day on.
///
/// @param effectiveOn in the organisation's time zone
/// @param before the posts that a transfer replaced, once applied
/// @param settledAt when it was applied, cancelled or found impossible
/// @param failure why it was not applied
public record DatedChange(
        UUID id,
        Change change,
        LocalDate effectiveOn,
        State state,
        String note,
        Optional<Posts> before,
        Author enteredBy,
        Instant enteredAt,
        Optional<Instant> settledAt,
        Optional<Failure> failure) {

    public enum State {
        PENDING,
        APPLIED,
        CANCELLED,
        /// Its day came, and the organisation had changed so that it could not be, or its author's
        /// authority so that it might not.
        FAILED
    }
}
