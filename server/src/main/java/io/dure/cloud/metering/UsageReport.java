package io.dure.cloud.metering;

import java.time.Instant;
import java.util.List;

/// What an organisation used.
///
/// @param storedUntil the full hour until which what is stored is counted; requests are counted
///   until seconds ago
/// @param shares by bucket or key, the first thousand by name
public record UsageReport(
        Span span, By by, Instant storedUntil, List<Interval> intervals, List<Share> shares) {
    public UsageReport {
        intervals = List.copyOf(intervals);
        shares = List.copyOf(shares);
    }

    /// @param storedBytes on the average, while it is counted
    public record Interval(Instant begin, Used used, long storedBytes) {}

    /// @param name of a bucket or the id of a key; empty for none
    public record Share(String name, Used used) {}
}
