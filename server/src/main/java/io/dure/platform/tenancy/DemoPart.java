package io.dure.platform.tenancy;

import java.util.random.RandomGenerator;

/// What a module adds to the organisations that `--demo` makes, so that they look real. A module
/// publishes a bean of it.
public interface DemoPart {
    /// Parts are filled in this order; people come at 0, what stands on them later.
    int order();

    /// Fills a new organisation, whose scope is open and in whose only transaction this runs.
    ///
    /// @param random gives the same numbers every time, so that the demonstration is the same
    ///   everywhere
    void fill(Organisation organisation, RandomGenerator random);
}
