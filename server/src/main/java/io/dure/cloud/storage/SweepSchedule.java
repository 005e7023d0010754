package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Sweep;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sweeps bodies that a crash left behind, some time after each start and once a day.
@Component
class SweepSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);

    private final Sweep sweep;

    SweepSchedule(Sweep sweep) {
        this.sweep = sweep;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void run() throws IOException {
        var removed = sweep.run();
        if (removed > 0) {
            LOG.info("storage.swept bodies={}", removed);
        }
    }
}
