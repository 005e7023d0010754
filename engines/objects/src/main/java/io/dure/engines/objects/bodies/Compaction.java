package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.ChunkBuffer;
import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.volume.SegmentScan;
import io.dure.engines.objects.bodies.volume.Segments;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Move;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings back the space of slices that nobody needs: copies those that live out of a segment that
/// is mostly dead, has the metadata name the copies, and gives the slices back; with its last, the
/// segment goes. Readers go on meanwhile: one that comes with the old place looks its object up
/// again. Only a local volume needs it.
public final class Compaction {
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    /// Half of what is copied is then free: less would be copying for its own sake.
    private static final double MOSTLY = 0.5;

    /// When space is short, a tenth is worth the work.
    private static final double PARTLY = 0.1;

    /// Slices that are copied together, and share fsyncs and one transaction.
    private static final int AT_A_TIME = 64;

    private final Bodies bodies;
    private final Metadata metadata;
    private final long bytesPerSecond;

    /// @param bytesPerSecond that are copied at most, so that clients have the disk
    public Compaction(Bodies bodies, Metadata metadata, long bytesPerSecond) {
        this.bodies = bodies;
        this.metadata = metadata;
        this.bytesPerSecond = bytesPerSecond;
    }

    /// A living slice, and what it says it is.
    private record Living(SegmentScan.Found found, Claim claim) {}

    /// Compacts every segment that is worth it.
    ///
    /// @param isShort whether space is
    /// @return how many bytes were copied
    public long run(boolean isShort) throws IOException, InterruptedException {
        if (!(bodies.store() instanceof VolumeStore volume)) {
            return 0;
        }
        var segments = volume.segments();
        segments.use().write();
        var copied = 0L;
        for (var segment : segments.settled(true)) {
            if (isWorthIt(segments, segment, isShort ? PARTLY : MOSTLY) && !bodies.isHeld()) {
                copied += compact(segments, segment);
            }
        }
        return copied;
    }

    private static boolean isWorthIt(Segments segments, long segment, double share)
            throws IOException {
        try {
            return segments.use().removed(segment) >= share * Files.size(segments.path(segment));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private long compact(Segments segments, long segment) throws IOException, InterruptedException {
        var copied = 0L;
        var batch = new ArrayList<Living>();
        try {
            segments.recount(segment, removedBytes(segments, segment));
        } catch (NoSuchFileException e) {
            return 0;
        }
        try (var scan = new SegmentScan(segments.path(segment), segment)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                var found = slice.get();
                var claim = bodies.claim(found.head().header(), found.head().description());
                // One in use may yet be named: its turn comes another time.
                if (claim.isPresent() && !bodies.isUsed(found.id().uuid())) {
                    batch.add(new Living(found, claim.get()));
                }
                if (batch.size() == AT_A_TIME) {
                    copied += move(batch);
                    batch.clear();
                }
            }
            copied += move(batch);
            if (!scan.gaps().isEmpty()) {
                LOG.warn("segment.damaged path={}", segments.path(segment));
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
        return copied;
    }

    /// What lies dead in a segment, whatever was written down: a crash may have lost some of it.
    private static long removedBytes(Segments segments, long segment) throws IOException {
        try (var scan = new SegmentScan(segments.path(segment), segment)) {
            while (scan.next().isPresent()) {}
            return scan.removedBytes();
        }
    }

    private long move(List<Living> batch) throws IOException, InterruptedException {
        var copies = copy(batch);
        var moves = new ArrayList<Move>();
        var bytes = 0L;
        for (var at = 0; at < batch.size(); at++) {
            var copy = copies.get(at);
            if (copy != null) {
                moves.add(new Move(batch.get(at).claim(), copy));
                bytes += batch.get(at).found().id().length();
            }
        }
        if (!moves.isEmpty()) {
            settle(moves);
        }
        TimeUnit.MILLISECONDS.sleep(bytes * 1000 / bytesPerSecond);
        return bytes;
    }

    /// Where the metadata did not take a copy, nobody needs the slice any more.
    private void settle(List<Move> moves) {
        var left = metadata.move(moves);
        for (var move : moves) {
            if (left.contains(move.copy())) {
                bodies.remove(move.copy());
            }
            bodies.release(move.copy());
            bodies.discard(move.claim().body());
        }
    }

    /// @return the copies' places, durable; null for a slice that is damaged, which stays
    private List<@Nullable UUID> copy(List<Living> batch) throws IOException, InterruptedException {
        var written = new ArrayList<Future<@Nullable UUID>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            batch.forEach(living -> written.add(threads.submit(() -> copy(living.found()))));
        }
        var places = new ArrayList<@Nullable UUID>();
        Optional<Throwable> failure = Optional.empty();
        for (var one : written) {
            try {
                places.add(one.get());
            } catch (ExecutionException e) {
                failure = Optional.ofNullable(e.getCause());
            }
        }
        if (failure.isPresent()) {
            places.forEach(this::takeBack);
            throw new IOException("A slice was not copied.", failure.get());
        }
        return places;
    }

    private void takeBack(@Nullable UUID copy) {
        if (copy != null) {
            bodies.remove(copy);
            bodies.release(copy);
        }
    }

    private @Nullable UUID copy(SegmentScan.Found found) throws IOException {
        var head = found.head();
        var header = head.header();
        var chunks = new ArrayList<ChunkBuffer>();
        var at = (long) head.bytes();
        for (var number = 0; number < head.sums().length; number++) {
            var length = Chunks.plainBytes(header.size(), number) + header.cipher().tagBytes();
            var chunk = new ChunkBuffer().length(length);
            found.bytes().read(at, chunk.view());
            if (Chunks.sum(chunk.bytes(), length) != head.sums()[number]) {
                LOG.error("body.rotten id={}", found.id().uuid());
                return null;
            }
            chunks.add(chunk);
            at += length;
        }
        var appended = bodies.append(new Slice(header, head.description(), head.sums(), chunks));
        try {
            appended.bytes().force();
        } catch (IOException e) {
            takeBack(appended.place());
            throw e;
        }
        return appended.place();
    }
}
