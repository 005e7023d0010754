package io.dure.bench;

import java.util.Optional;

/// One measured thing.
///
/// @param name what was measured
/// @param value of ours, in the unit
/// @param unit such as `MB/s`
/// @param against the peer or limit measured in the same run, if there is one
/// @param bar what decides whether this is good enough, if anything does
public record Figure(
        String name, double value, String unit, Optional<Against> against, Optional<Bar> bar) {

    /// A peer, or a limit of this machine.
    ///
    /// @param name such as `nginx`
    /// @param value in the figure's unit
    public record Against(String name, double value) {}

    /// A bar to be met, on the ratio to the peer where there is one, else on the value.
    public sealed interface Bar {
        double limit();

        record AtLeast(double limit) implements Bar {}

        record AtMost(double limit) implements Bar {}

        default boolean holds(double measured) {
            return switch (this) {
                case AtLeast(var limit) -> measured >= limit;
                case AtMost(var limit) -> measured <= limit;
            };
        }
    }

    /// A value for information only.
    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, Optional.empty(), Optional.empty());
    }

    /// The same, beside what a peer or limit reached in this run.
    public Figure against(String peer, double reached) {
        return new Figure(name, value, unit, Optional.of(new Against(peer, reached)), bar);
    }

    /// The same, good enough from a ratio (or a value, without a peer) on.
    public Figure atLeast(double limit) {
        return new Figure(name, value, unit, against, Optional.of(new Bar.AtLeast(limit)));
    }

    /// The same, good enough up to a ratio (or a value, without a peer).
    public Figure atMost(double limit) {
        return new Figure(name, value, unit, against, Optional.of(new Bar.AtMost(limit)));
    }

    /// @return ours divided by the peer's
    public Optional<Double> ratio() {
        return against.map(peer -> value / peer.value());
    }

    /// @return whether the bar is met; empty without one. What was not measured meets no bar.
    public Optional<Boolean> met() {
        return bar.map(limit -> limit.holds(ratio().orElse(value)));
    }
}
