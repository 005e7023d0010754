package io.dure.platform.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A file of people on its way in: first a preview, then applied whole or not at all.
///
/// @param errors the first of them, at most [#MOST_ERRORS]
/// @param errorCount all of them
/// @param done how many people are written so far; seen by others only once applied
/// @param failure why it could not be applied
public record Import(
        UUID id,
        State state,
        int lines,
        int newPeople,
        int changedPeople,
        int unchangedPeople,
        List<LineError> errors,
        int errorCount,
        int done,
        Optional<Failure> failure,
        Instant enteredAt) {
    /// As many as somebody reads before mending the file.
    public static final int MOST_ERRORS = 1_000;

    public enum State {
        PREVIEWED,
        APPLYING,
        APPLIED,
        FAILED
    }

    Import withDone(int people) {
        return new Import(
                id,
                state,
                lines,
                newPeople,
                changedPeople,
                unchangedPeople,
                errors,
                errorCount,
                people,
                failure,
                enteredAt);
    }
}
