package io.dure.cloud.console;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.stereotype.Component;

/// Slows strangers down: few organisations an hour from one address, and not many from all.
@Component
class SignUpThrottle {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int FROM_ONE_ADDRESS = 3;
    private static final int FROM_ALL = 100;

    private final Deque<Try> tries = new ArrayDeque<>();
    private final InstantSource clock;

    SignUpThrottle(InstantSource clock) {
        this.clock = clock;
    }

    private record Try(String address, Instant at) {}

    /// @throws TooManyException if it is too many
    synchronized void admit(String address) {
        var now = clock.instant();
        tries.removeIf(old -> old.at().isBefore(now.minus(WINDOW)));
        var same = tries.stream().filter(old -> old.address().equals(address)).count();
        if (same >= FROM_ONE_ADDRESS || tries.size() >= FROM_ALL) {
            throw new TooManyException();
        }
        tries.add(new Try(address, now));
    }

    /// Too many organisations were signed up from there lately.
    static final class TooManyException extends ProblemException {
        private static final long serialVersionUID = 1;

        TooManyException() {
            super(Kind.RATE, "too-many-sign-ups", "Too many sign-ups for now; try in an hour.");
        }
    }
}
