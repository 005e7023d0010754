package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.BodyStore.ScrubPart;
import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.ReadBuffers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// Reads everything in the store once a month, a little each hour, and reports what is not what was
/// written. It goes through the store's parts by name, and remembers where it was.
public final class Scrub {
    /// Hours of a month, which is what one round takes.
    private static final int RUNS_OF_ROUND = 30 * 24;

    /// As fast as nobody notices; a store that is too large for it is read faster.
    private static final long USUAL_BYTES_PER_SECOND = 20L << 20;

    /// What a run may take at most, so that the next one finds nobody.
    private static final long LONGEST_RUN_SECONDS = 45 * 60;

    /// The note that names the part that was read last.
    private static final String SCRUBBED = "scrubbed";

    private final Bodies bodies;
    private final Damage.Report report;

    public Scrub(Bodies bodies, Damage.Report report) {
        this.bodies = bodies;
        this.report = report;
    }

    /// What a run came to.
    ///
    /// @param bytes that were read
    /// @param endsRound whether everything was read once since the round began
    public record Run(long bytes, boolean endsRound) {}

    /// Reads the part that is due in an hour.
    public Run hour() throws IOException, InterruptedException {
        var all = bodies.store().parts();
        return run(all, (all.size() + RUNS_OF_ROUND - 1) / RUNS_OF_ROUND);
    }

    /// Reads everything from where it is to the end of the round.
    public Run rest() throws IOException, InterruptedException {
        var all = bodies.store().parts();
        return run(all, all.size());
    }

    private Run run(List<ScrubPart> all, int most) throws IOException, InterruptedException {
        var done = bodies.note(SCRUBBED).orElse("");
        var due = all.stream().filter(part -> part.name().compareTo(done) > 0).limit(most).toList();
        var bytes = 0L;
        for (var part : due) {
            bytes += part.bytes();
        }
        try (var pace = new Pace(Math.max(USUAL_BYTES_PER_SECOND, bytes / LONGEST_RUN_SECONDS))) {
            for (var part : due) {
                part.check(pace);
                bodies.note(SCRUBBED, part.name());
            }
        }
        var endsRound = due.isEmpty() || due.getLast().name().equals(all.getLast().name());
        if (endsRound) {
            bodies.note(SCRUBBED, "");
        }
        return new Run(bytes, endsRound);
    }

    /// Reports what is found, and reads no faster than it should.
    private final class Pace implements BodyStore.Findings, AutoCloseable {
        private final long bytesPerSecond;
        private final ReadBuffers buffers = bodies.readBuffers();

        Pace(long bytesPerSecond) {
            this.bytesPerSecond = bytesPerSecond;
        }

        /// What was given back meanwhile is nobody's.
        @Override
        public void rotten(BodyHeader header, byte[] description, CorruptBodyException how) {
            try {
                if (bodies.isThere(header.place())) {
                    report.found(
                            new Damage(
                                    header.place(),
                                    bodies.claim(header, description),
                                    String.valueOf(how.getMessage())));
                }
            } catch (IOException e) {
                unreadable(header.place(), String.valueOf(e.getMessage()));
            }
        }

        @Override
        public void unreadable(UUID place, String reason) {
            report.found(new Damage(place, Optional.empty(), reason));
        }

        @Override
        public void read(long bytes) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(bytes * 1_000_000_000L / bytesPerSecond);
        }

        @Override
        public ReadBuffers buffers() {
            return buffers;
        }

        @Override
        public void close() {
            buffers.close();
        }
    }
}
