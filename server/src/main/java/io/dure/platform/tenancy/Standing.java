package io.dure.platform.tenancy;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Organisation.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Where an organisation stands in its life, and what may come next.
///
/// @param reason shown to its people while it is shut, else empty
/// @param openState TRIAL or ACTIVE: where a suspension or a closing that ends leads back to
public record Standing(State state, String reason, Instant since, State openState) {
    /// How long a closing can be taken back.
    public static final Duration GRACE = Duration.ofDays(30);

    public Standing {
        if (!openState.isOpen()) {
            throw new IllegalArgumentException("not an open state: " + openState);
        }
    }

    public static Standing open(State state, Instant now) {
        return new Standing(state, "", now, state);
    }

    /// @return when its data may be removed, while it is closing
    public Optional<Instant> closesAt() {
        return state == State.CLOSING ? Optional.of(since.plus(GRACE)) : Optional.empty();
    }

    public Standing suspended(String why, Instant now) {
        return switch (state) {
            case TRIAL, ACTIVE, SUSPENDED -> shut(State.SUSPENDED, why, now);
            case CLOSING, CLOSED -> throw impossible("suspended");
        };
    }

    /// Ends a suspension, or takes a closing back.
    public Standing resumed(Instant now) {
        return switch (state) {
            case SUSPENDED, CLOSING -> open(openState, now);
            case TRIAL, ACTIVE, CLOSED -> throw impossible("resumed");
        };
    }

    public Standing closing(String why, Instant now) {
        return switch (state) {
            case TRIAL, ACTIVE, SUSPENDED -> shut(State.CLOSING, why, now);
            case CLOSING, CLOSED -> throw impossible("closed again");
        };
    }

    /// The end, once the grace is over.
    public Standing closed(Instant now) {
        if (closesAt().filter(at -> !at.isAfter(now)).isEmpty()) {
            throw impossible("closed before its 30 days are over");
        }
        return shut(State.CLOSED, reason, now);
    }

    /// From a trial to a paying customer, or back.
    public Standing under(State contract, Instant now) {
        if (contract == openState) {
            return this;
        }
        return state.isOpen() ? open(contract, now) : new Standing(state, reason, since, contract);
    }

    private Standing shut(State next, String why, Instant now) {
        return new Standing(next, why, now, openState);
    }

    private ConflictException impossible(String what) {
        return new ConflictException(
                "wrong-state",
                "An organisation that is "
                        + state.name().toLowerCase(Locale.ROOT)
                        + " cannot be "
                        + what
                        + ".");
    }
}
