package io.dure.cloud.demo;

/// What became of the demonstration's operator.
public enum Farewell {
    /// There was none, or not any more.
    ABSENT,
    /// Deactivated: nobody signs in as it.
    GONE,
    /// Still there, since nobody else owns the console.
    NEEDED
}
