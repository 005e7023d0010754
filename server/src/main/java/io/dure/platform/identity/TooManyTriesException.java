package io.dure.platform.identity;

import io.dure.platform.problem.Kind;
import io.dure.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;

/// Too many tries to sign in; says when the next one is looked at.
public final class TooManyTriesException extends ProblemException {
    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyTriesException(Duration wait) {
        super(
                Kind.RATE,
                "too-many-tries",
                "Too many tries. Wait " + Math.max(1, wait.toSeconds()) + " seconds.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
