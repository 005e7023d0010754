package io.dure.cli;

import java.util.Locale;

/// Sizes as people read them.
final class Bytes {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Bytes() {}

    static String text(long bytes) {
        var size = (double) bytes;
        var unit = 0;
        while (size >= 1024 && unit < UNITS.length - 1) {
            size /= 1024;
            unit++;
        }
        var exact = size == Math.rint(size);
        return String.format(Locale.ROOT, exact ? "%.0f %s" : "%.1f %s", size, UNITS[unit]);
    }
}
