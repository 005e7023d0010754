package io.dure.engines.objects.configuration.lifecycle;

import io.dure.engines.objects.error.S3Exception;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// S3's way to count days: whole ones from the moment itself, and then on to the next midnight in
/// UTC. Amazon S3 User Guide, "Lifecycle configuration elements".
final class Midnight {
    private Midnight() {}

    /// The midnight after so many days; one day later still for what happened at midnight.
    static Instant after(Instant moment, int days) {
        return moment.plus(Duration.ofDays(days + 1L)).truncatedTo(ChronoUnit.DAYS);
    }

    /// @throws S3Exception InvalidArgument
    static void requirePositive(String name, String action, int number) {
        if (number < 1) {
            throw S3Exception.argument(
                    name,
                    Integer.toString(number),
                    "'" + name + "' for " + action + " action must be a positive integer");
        }
    }
}
