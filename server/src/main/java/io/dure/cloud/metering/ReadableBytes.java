package io.dure.cloud.metering;

import java.util.Locale;

/// Bytes as people read them.
final class ReadableBytes {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private ReadableBytes() {}

    static String of(long bytes) {
        var size = (double) bytes;
        var unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        var format = unit == 0 || size >= 100 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, size, UNITS[unit]);
    }
}
