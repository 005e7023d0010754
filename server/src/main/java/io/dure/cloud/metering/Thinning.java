package io.dure.cloud.metering;

import io.dure.platform.tenancy.SystemScope;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the sums small: hours become days after more than a year. Days are kept.
@Component
class Thinning {
    static final Duration HOURS_KEPT = Duration.ofDays(400);

    /// A node that was killed, and is started again after this time only, may count its last
    /// seconds twice.
    static final Duration BATCHES_KEPT = Duration.ofDays(30);

    private final SumRepository sums;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Thinning(SumRepository sums, TransactionTemplate transaction, InstantSource clock) {
        this.sums = sums;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void run() {
        var now = clock.instant();
        SystemScope.run(
                "old sums of usage",
                () ->
                        transaction.executeWithoutResult(_ -> {
                            sums.thinBefore(now.minus(HOURS_KEPT).truncatedTo(ChronoUnit.DAYS));
                            sums.forgetBatchesBefore(now.minus(BATCHES_KEPT));
                        }));
    }
}
