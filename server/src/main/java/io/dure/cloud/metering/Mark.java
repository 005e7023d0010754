package io.dure.cloud.metering;

import io.dure.cloud.storage.Level;
import java.util.ArrayList;
import java.util.List;

/// What a level can cross, so that people are told.
enum Mark {
    /// A bucket's soft quota.
    SOFT,
    NEAR,
    NEARLY,
    /// Something was refused.
    FULL;

    private static final int NEAR_PERCENT = 80;
    private static final int NEARLY_PERCENT = 95;

    /// How many percent of the quota it is, where it is a part of it.
    int percent() {
        return switch (this) {
            case NEAR -> NEAR_PERCENT;
            case NEARLY -> NEARLY_PERCENT;
            case SOFT, FULL -> 100;
        };
    }

    /// A mark, and where it stands.
    record Threshold(Mark mark, long bytes) {}

    /// Those that a level has, the highest last.
    ///
    /// @param quotaBytes none for none
    static List<Threshold> of(Level level, long quotaBytes) {
        var marks = new ArrayList<Threshold>();
        level.softQuotaBytes().ifPresent(bytes -> marks.add(new Threshold(SOFT, bytes)));
        if (quotaBytes > 0) {
            marks.add(new Threshold(NEAR, part(quotaBytes, NEAR_PERCENT)));
            marks.add(new Threshold(NEARLY, part(quotaBytes, NEARLY_PERCENT)));
        }
        return marks;
    }

    /// Rounded up, without the product that no long can hold.
    private static long part(long bytes, int percent) {
        return bytes - bytes / 100 * (100 - percent) - bytes % 100 * (100 - percent) / 100;
    }
}
