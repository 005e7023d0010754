package io.dure.cloud.metering;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What requests use, added up until it is handed on as one batch. Any number of threads add at
/// once; none waits for another.
final class Tally {
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    private static final String ENDING = ".tally";

    /// Cells with names that one organisation has in a batch. Who makes up more names, or really
    /// has more buckets times keys busy within seconds, is counted without them.
    static final int MOST_NAMED = 1_000;

    private static final int NONE = -1;
    private static final long PAUSE_NANOS = 50_000;

    private final UUID id;
    private final Optional<Path> file;
    private final TallyMemory memory;
    private final Map<Cell, Integer> slots = new ConcurrentHashMap<>();
    private final Map<TenantId, AtomicInteger> named = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    /// How many are adding; far below zero once nobody may any more.
    private final AtomicLong adding = new AtomicLong();

    private Tally(UUID id, Optional<Path> file, TallyMemory memory) {
        this.id = id;
        this.file = file;
        this.memory = memory;
    }

    /// How adding went.
    enum Outcome {
        ADDED,
        FULL,
        CLOSED
    }

    /// A new tally. Where the disk has no room for it, it lives in memory alone: exact still,
    /// unless the process is killed.
    static Tally create(Path folder, UUID id) {
        var file = folder.resolve(id + ENDING);
        try {
            return new Tally(id, Optional.of(file), TallyMemory.create(file));
        } catch (IOException e) {
            LOG.error("usage.not-kept file={}", file, e);
            delete(file);
            return new Tally(id, Optional.empty(), TallyMemory.inMemory());
        }
    }

    /// What earlier processes left in a folder, the oldest first.
    static List<Tally> left(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Tally::reopened)
                    .toList();
        }
    }

    private static Tally reopened(Path file) {
        try {
            var name = file.getFileName().toString();
            var id = UUID.fromString(name.substring(0, name.length() - ENDING.length()));
            return new Tally(id, Optional.of(file), TallyMemory.open(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// The batch's: the same after a crash.
    UUID id() {
        return id;
    }

    Outcome add(Cell cell, Amounts more, boolean isDone) {
        if (adding.getAndIncrement() < 0) {
            adding.getAndDecrement();
            return Outcome.CLOSED;
        }
        try {
            var slot = slot(cell);
            if (slot == NONE) {
                return Outcome.FULL;
            }
            memory.add(slot, more, isDone);
            return Outcome.ADDED;
        } finally {
            adding.getAndDecrement();
        }
    }

    private int slot(Cell cell) {
        var known = slots.get(cell);
        if (known != null) {
            return known;
        }
        var counted = isNameable(cell) ? cell : cell.nameless();
        return slots.computeIfAbsent(counted, this::take);
    }

    private boolean isNameable(Cell cell) {
        return cell.bucket().getBytes(UTF_8).length <= TallyMemory.LONGEST_BUCKET_BYTES
                && cell.accessKey().getBytes(UTF_8).length <= TallyMemory.LONGEST_KEY_BYTES
                && named.computeIfAbsent(cell.tenant(), _ -> new AtomicInteger()).getAndIncrement()
                        < MOST_NAMED;
    }

    private int take(Cell cell) {
        var slot = taken.getAndUpdate(count -> Math.min(count + 1, TallyMemory.SLOTS));
        if (slot == TallyMemory.SLOTS) {
            return NONE;
        }
        memory.take(slot, cell);
        return slot;
    }

    boolean isEmpty() {
        return taken.get() == 0;
    }

    /// Lets nobody add any more, and waits for those who do.
    void close() {
        if (adding.getAndAdd(Long.MIN_VALUE) < 0) {
            throw new IllegalStateException("closed already");
        }
        while (adding.get() != Long.MIN_VALUE) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    List<Count> counts() {
        return memory.counts();
    }

    /// Gives memory and file back: all that it counted is kept elsewhere.
    void delete() {
        memory.close();
        file.ifPresent(Tally::delete);
    }

    /// Gives the memory back, and leaves the file to the next process.
    void leave() {
        memory.close();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Its batch is known, so it would be added to nothing.
            LOG.warn("usage.file-left file={}", file, e);
        }
    }
}
