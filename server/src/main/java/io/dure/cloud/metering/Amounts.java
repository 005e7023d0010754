package io.dure.cloud.metering;

import io.dure.engines.objects.usage.Usage;

/// Requests by their class, and the bytes of their bodies.
public record Amounts(long writes, long reads, long deletes, long bytesIn, long bytesOut) {
    /// Nothing at all.
    public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0);

    static Amounts of(Usage usage) {
        var in = usage.bytesIn();
        var out = usage.bytesOut();
        return switch (usage.requestClass()) {
            case WRITE -> new Amounts(1, 0, 0, in, out);
            case READ -> new Amounts(0, 1, 0, in, out);
            case DELETE -> new Amounts(0, 0, 1, in, out);
        };
    }

    Amounts plus(Amounts more) {
        return new Amounts(
                writes + more.writes,
                reads + more.reads,
                deletes + more.deletes,
                bytesIn + more.bytesIn,
                bytesOut + more.bytesOut);
    }

    boolean isNothing() {
        return equals(NONE);
    }
}
