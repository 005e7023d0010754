package io.dure.engines.objects.configuration.lock;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// How long a version is retained. Amazon S3 User Guide, "Object Lock considerations": up to a
/// hundred years.
public sealed interface RetentionPeriod {
    /// Days of 24 hours.
    ///
    /// @param number 1 to 36,500
    record Days(int number) implements RetentionPeriod {
        /// @throws S3Exception InvalidArgument
        public Days {
            requireBetween(number, 36_500);
        }
    }

    /// Years of the calendar.
    ///
    /// @param number 1 to 100
    record Years(int number) implements RetentionPeriod {
        /// @throws S3Exception InvalidArgument
        public Years {
            requireBetween(number, 100);
        }
    }

    private static void requireBetween(int number, int most) {
        if (number < 1) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT,
                    "Default retention period must be a positive integer value.");
        }
        if (number > most) {
            throw new S3Exception(S3Error.INVALID_ARGUMENT, "Default retention period too large.");
        }
    }

    /// When it ends that begins now.
    default Instant end(Instant now) {
        return switch (this) {
            case Days(var number) -> now.plus(Duration.ofDays(number));
            case Years(var number) -> now.atOffset(ZoneOffset.UTC).plusYears(number).toInstant();
        };
    }
}
