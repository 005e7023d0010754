package io.dure.cloud.metering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/// All that is counted of something.
///
/// @param byteSeconds bytes stored, times the seconds for which they were
public record Used(Amounts amounts, BigDecimal byteSeconds) {
    public static final Used NOTHING = new Used(Amounts.NONE, BigDecimal.ZERO);

    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3_600);

    Used plus(Used more) {
        return new Used(amounts.plus(more.amounts), byteSeconds.add(more.byteSeconds));
    }

    /// To the nearest one.
    public long byteHours() {
        return byteSeconds.divide(SECONDS_OF_AN_HOUR, 0, RoundingMode.HALF_UP).longValue();
    }

    /// How many bytes were stored on the average.
    ///
    /// @param time in which that was; none for none
    public long averageBytes(Duration time) {
        return time.isZero()
                ? 0
                : byteSeconds
                        .divide(BigDecimal.valueOf(time.toSeconds()), 0, RoundingMode.HALF_UP)
                        .longValue();
    }
}
