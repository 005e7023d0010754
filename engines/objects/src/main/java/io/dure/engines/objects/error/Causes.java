package io.dure.engines.objects.error;

import java.util.stream.Stream;

/// A failure and what it came from.
public final class Causes {
    /// Causes may stand in a circle.
    private static final int DEEPEST = 20;

    private Causes() {}

    /// @return the failure itself, then always the cause of the one before
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause).limit(DEEPEST);
    }
}
