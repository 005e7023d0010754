package io.dure.cloud.metering;

import io.dure.cloud.metering.SumRepository.Stored;
import io.dure.cloud.storage.Accrual;
import io.dure.cloud.storage.Accruals;
import io.dure.platform.tenancy.SystemScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Adds what was stored to the hourly sums, once an hour is over. What a bucket came to until a
/// full hour that is past never changes, so that it matters neither when that is read nor how
/// often, nor by how many nodes.
@Service
class StoredHours {
    /// A bucket that is not among those read for so long is none any more.
    private static final Duration READINGS_KEPT = Duration.ofDays(1);

    private final Accruals accruals;
    private final SumRepository sums;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private Instant done = Instant.EPOCH;

    StoredHours(
            Accruals accruals,
            SumRepository sums,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.accruals = accruals;
        this.sums = sums;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void run() {
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (hour.isAfter(done)) {
            count(hour);
            done = hour;
        }
    }

    /// @param hour a full one, which has begun
    void count(Instant hour) {
        SystemScope.run(
                "what every organisation stored",
                () -> {
                    var all = accruals.all();
                    transaction.executeWithoutResult(_ -> add(all, hour));
                    accruals.forget(
                            all.stream()
                                    .filter(Accrual::isGone)
                                    .filter(gone -> !gone.countedAt().isAfter(hour))
                                    .toList());
                });
    }

    private void add(List<Accrual> accrued, Instant hour) {
        sums.lockReadings();
        var readings = sums.readings();
        var next = new ArrayList<Reading>();
        var stored = new ArrayList<Stored>();
        for (var accrual : accrued) {
            var last = readings.getOrDefault(accrual.bucket(), Reading.first(accrual));
            if (last.hour().isBefore(hour)) {
                stored.addAll(last.hours(accrual, hour));
                next.add(last.next(accrual, hour));
            }
        }
        sums.addStored(stored);
        sums.keep(next);
        sums.forgetReadingsBefore(hour.minus(READINGS_KEPT));
    }
}
