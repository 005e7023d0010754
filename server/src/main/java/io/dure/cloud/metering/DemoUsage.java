package io.dure.cloud.metering;

import io.dure.cloud.storage.Accruals;
import io.dure.platform.tenancy.DemoPart;
import io.dure.platform.tenancy.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// What the demonstrations used before they were made: hours of the last month, and days of the
/// year before it.
@Component
class DemoUsage implements DemoPart {
    private static final Duration HOURS = Duration.ofDays(31);
    private static final Duration DAYS = Duration.ofDays(330);

    private final Accruals storage;
    private final DemoUsageRepository usage;
    private final InstantSource clock;

    DemoUsage(Accruals storage, DemoUsageRepository usage, InstantSource clock) {
        this.storage = storage;
        this.usage = usage;
        this.clock = clock;
    }

    /// After the buckets.
    @Override
    public int order() {
        return 3;
    }

    @Override
    public void fill(Organisation organisation, RandomGenerator random) {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        var day = hour.minus(HOURS).truncatedTo(ChronoUnit.DAYS);
        for (var bucket : storage.all()) {
            var busy = random.nextInt(20, 200);
            var size = bucket.bytes() / 4;
            for (var key : new String[] {"web", "DUREDEMO" + random.nextInt(1_000, 10_000)}) {
                usage.addRequests(bucket.name(), key, busy, size, day, hour, Duration.ofHours(1));
                usage.addRequests(
                        bucket.name(),
                        key,
                        busy * 17,
                        size,
                        day.minus(DAYS),
                        day,
                        Duration.ofDays(1));
            }
            invent(bucket.name(), bucket.bytes(), day, hour);
        }
    }

    private void invent(String bucket, long bytes, Instant day, Instant hour) {
        var begin = day.minus(DAYS);
        usage.addStored(bucket, bytes, begin, day, Duration.ofDays(1), begin, hour);
        usage.addStored(bucket, bytes, day, hour, Duration.ofHours(1), begin, hour);
    }
}
