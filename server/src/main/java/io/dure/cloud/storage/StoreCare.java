package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.Compaction;
import io.dure.engines.objects.bodies.Scrub;
import io.dure.engines.objects.bodies.Sweep;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What the store of bodies needs done: bodies that a crash left behind are swept, some time after
/// each start and once a day; space is brought back by compaction; and everything is read once a
/// month, a little each hour. Nothing is removed while the store and the database may be strangers.
@Component
class StoreCare {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCare.class);

    private final Bodies bodies;
    private final Sweep sweep;
    private final Compaction compaction;
    private final Scrub scrub;
    private final Kinship kinship;

    StoreCare(Bodies bodies, Sweep sweep, Compaction compaction, Scrub scrub, Kinship kinship) {
        this.kinship = kinship;
        this.bodies = bodies;
        this.sweep = sweep;
        this.compaction = compaction;
        this.scrub = scrub;
    }

    /// Marks a new store before there is anything in it to lose. One that does not answer yet is no
    /// reason not to serve: whoever asks for bodies hears of it.
    @EventListener(ApplicationReadyEvent.class)
    void mark() {
        try {
            kinship.holds();
        } catch (IOException e) {
            LOG.error("storage.unreachable reason={}", e.getMessage());
        }
    }

    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void sweep() throws IOException {
        var removed = kinship.holds() ? sweep.run() : 0;
        if (removed > 0) {
            LOG.info("storage.swept bodies={}", removed);
        }
    }

    @Scheduled(
            initialDelayString = "${dure.s3.compact-every:PT2M}",
            fixedDelayString = "${dure.s3.compact-every:PT2M}")
    void compact() throws IOException, InterruptedException {
        var copied = kinship.holds() ? compaction.run(bodies.isShort()) : 0;
        if (copied > 0) {
            LOG.info("storage.compacted copied={}", copied);
        }
    }

    @Scheduled(
            initialDelayString = "${dure.s3.scrub-every:PT30M}",
            fixedDelayString = "${dure.s3.scrub-every:PT1H}")
    void scrub() throws IOException, InterruptedException {
        var run = scrub.hour();
        LOG.info("storage.scrubbed bytes={} endsRound={}", run.bytes(), run.endsRound());
    }
}
