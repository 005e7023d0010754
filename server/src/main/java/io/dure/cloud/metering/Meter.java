package io.dure.cloud.metering;

import io.dure.engines.objects.usage.Usage;
import io.dure.engines.objects.usage.UsageMeter;
import io.dure.platform.database.DataFolder;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.UuidV7;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Counts every answered request, on the request's own thread.
///
/// What the server itself failed to do (5xx) is free: neither the request nor its bytes count.
@Component
class Meter implements UsageMeter {
    private static final int FAULT = 500;
    private static final long HOUR_MILLIS = 3_600_000;

    private final Path folder;
    private final InstantSource clock;
    private final Refusals refusals;
    private final Queue<Tally> waiting = new ConcurrentLinkedQueue<>();
    private volatile Tally current;
    private volatile boolean ended;

    @Autowired
    Meter(DataFolder data, InstantSource clock, Refusals refusals) throws IOException {
        this(data.folder("usage"), clock, refusals);
    }

    Meter(Path folder, InstantSource clock, Refusals refusals) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.refusals = refusals;
        this.waiting.addAll(Tally.left(folder));
        this.current = Tally.create(folder, UuidV7.next(clock));
    }

    @Override
    public void answered(Usage usage) {
        if (usage.status() >= FAULT) {
            return;
        }
        var tenant = new TenantId(usage.namespace().id());
        if (usage.error().filter(Refusals.FULL::equals).isPresent()) {
            refusals.note(tenant, usage.bucket().orElse(""));
        }
        var cell =
                new Cell(
                        clock.millis() / HOUR_MILLIS,
                        tenant,
                        usage.bucket().orElse(""),
                        usage.accessKey().orElse(""));
        add(cell, Amounts.of(usage), usage.isDone());
    }

    private void add(Cell cell, Amounts more, boolean isDone) {
        for (var tally = current; ; tally = current) {
            switch (tally.add(cell, more, isDone)) {
                case ADDED -> {
                    return;
                }
                case FULL -> turn(tally);
                case CLOSED -> {
                    if (ended) {
                        return;
                    }
                    Thread.onSpinWait();
                }
            }
        }
    }

    /// Begins a new tally, unless somebody did already.
    private synchronized void turn(Tally tally) {
        if (current == tally && !ended) {
            current = Tally.create(folder, UuidV7.next(clock));
            tally.close();
            waiting.add(tally);
        }
    }

    /// Hands on what was counted since the last time, if anything was.
    void turn() {
        var tally = current;
        if (!tally.isEmpty()) {
            turn(tally);
        }
    }

    /// The oldest that waits to be added to the sums; it waits until it is [#added].
    Optional<Tally> next() {
        return Optional.ofNullable(waiting.peek());
    }

    /// Forgets a tally whose counts are committed.
    void added(Tally tally) {
        if (waiting.remove(tally)) {
            tally.delete();
        }
    }

    /// Leaves what is not added to the next process; requests that end later still are not counted.
    @PreDestroy
    synchronized void end() {
        ended = true;
        current.close();
        if (current.isEmpty()) {
            current.delete();
        } else {
            current.leave();
        }
        waiting.forEach(Tally::leave);
    }
}
