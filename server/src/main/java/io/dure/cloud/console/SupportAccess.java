package io.dure.cloud.console;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// An operator's wish to look into an organisation, and what its owners said.
///
/// @param operator of the operator's staff, who asked and alone may look
/// @param length how long, at most: the owners may grant less
/// @param endsAt set once granted
public record SupportAccess(
        UUID id,
        PersonId operator,
        String operatorName,
        String reason,
        Duration length,
        State state,
        Instant askedAt,
        Optional<Instant> decidedAt,
        Optional<Instant> endsAt) {

    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        ENDED
    }

    /// @param granted not longer than was asked for
    SupportAccess granted(Duration granted, Instant now) {
        requireState(State.ASKED, "granted");
        var lasts = granted.compareTo(length) < 0 ? granted : length;
        return decided(State.GRANTED, now, Optional.of(now.plus(lasts)));
    }

    SupportAccess refused(Instant now) {
        requireState(State.ASKED, "refused");
        return decided(State.REFUSED, now, Optional.empty());
    }

    SupportAccess ended(Instant now) {
        requireState(State.GRANTED, "ended");
        return decided(State.ENDED, decidedAt.orElse(now), Optional.of(now));
    }

    /// As it stands at a time: what was granted has ended once its time is over.
    SupportAccess at(Instant now) {
        var over = endsAt.filter(end -> !now.isBefore(end)).isPresent();
        return state == State.GRANTED && over
                ? decided(State.ENDED, decidedAt.orElse(askedAt), endsAt)
                : this;
    }

    boolean isOpen(Instant now) {
        return state == State.GRANTED && endsAt.filter(now::isBefore).isPresent();
    }

    private SupportAccess decided(State next, Instant at, Optional<Instant> end) {
        return new SupportAccess(
                id, operator, operatorName, reason, length, next, askedAt, Optional.of(at), end);
    }

    private void requireState(State needed, String verb) {
        if (state != needed) {
            throw new ConflictException(
                    "wrong-state",
                    "A support access that is "
                            + state.name().toLowerCase(Locale.ROOT)
                            + " cannot be "
                            + verb
                            + ".");
        }
    }
}
