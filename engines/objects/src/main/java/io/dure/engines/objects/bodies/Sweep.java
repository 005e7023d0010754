package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.volume.BodyFile;
import io.dure.engines.objects.bodies.volume.PageSegmentScan;
import io.dure.engines.objects.bodies.volume.SegmentScan;
import io.dure.engines.objects.bodies.volume.VolumeStore;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.Metadata;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Finds bodies that a crash left behind, between their fsync and the commit that would have named
/// them (or between a commit that forgot them and their deletion), and removes them.
///
/// No acknowledged body is at risk: one that this process writes is in use until its commit is
/// through, so a body that is not in use and that no metadata name was given up.
public final class Sweep {
    /// Older processes may still hold a transaction when this one starts.
    private static final Duration YOUNGEST = Duration.ofHours(1);

    private final Bodies bodies;
    private final Metadata metadata;
    private final InstantSource clock;
    private final Instant since;

    public Sweep(Bodies bodies, Metadata metadata, InstantSource clock) {
        this.bodies = bodies;
        this.metadata = metadata;
        this.clock = clock;
        this.since = clock.instant();
    }

    /// Bodies that are looked at together.
    private final class Batch {
        /// How many bodies one question to the metadata names.
        private static final int MOST = 500;

        private final List<Claim> claims = new ArrayList<>();
        private final List<UUID> silent = new ArrayList<>();
        private int removed;

        /// @param claim what the body says of itself; empty for one that says nothing
        void add(UUID body, Optional<Claim> claim) {
            if (bodies.isUsed(body)) {
                return;
            }
            claim.ifPresentOrElse(claims::add, () -> silent.add(body));
            if (claims.size() + silent.size() >= MOST) {
                ask();
            }
        }

        private void ask() {
            if (!claims.isEmpty()) {
                remove(metadata.unclaimed(claims));
                claims.clear();
            }
            if (!silent.isEmpty()) {
                remove(metadata.unknown(silent));
                silent.clear();
            }
        }

        private void remove(Set<UUID> nobodys) {
            nobodys.forEach(bodies::discard);
            removed += nobodys.size();
        }

        int removed() {
            ask();
            return removed;
        }
    }

    /// Looks at every body once, one folder or segment at a time.
    ///
    /// @return how many were removed
    public int run() throws IOException {
        var removed = 0;
        // A segment's age says nothing, since it changes with what is given back.
        var foreign = !clock.instant().isBefore(since.plus(YOUNGEST));
        for (var segment : foreign ? store().pageSegments().all() : List.<Long>of()) {
            removed += Thread.interrupted() ? 0 : sweepPages(segment);
        }
        for (var segment : store().segments().settled(foreign)) {
            removed += Thread.interrupted() ? 0 : sweepSlices(segment);
        }
        for (var above : folders(store().root())) {
            for (var folder : folders(above)) {
                removed += Thread.interrupted() ? 0 : sweepFiles(folder);
            }
        }
        return removed;
    }

    private VolumeStore store() {
        return bodies.store();
    }

    private int sweepFiles(Path folder) throws IOException {
        var batch = new Batch();
        var unfinished = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                var id = FileId.parse(name);
                if (id.isPresent() && isOld(file)) {
                    add(id.get(), batch);
                }
                var begun = BodyFile.unfinished(name).filter(body -> !bodies.isUsed(body.uuid()));
                if (begun.isPresent() && isOld(file) && Files.deleteIfExists(file)) {
                    unfinished++;
                }
            }
        }
        return unfinished + batch.removed();
    }

    private boolean isOld(Path file) throws IOException {
        try {
            var written = Files.getLastModifiedTime(file).toInstant();
            return !written.isAfter(clock.instant().minus(YOUNGEST));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void add(FileId id, Batch batch) throws IOException {
        try {
            var trailer = bodies.trailer(id);
            if (trailer.isEmpty()) {
                batch.add(id.uuid(), Optional.empty());
                return;
            }
            bodies.claim(trailer.get().header(), trailer.get().description())
                    .ifPresent(claim -> batch.add(id.uuid(), Optional.of(claim)));
        } catch (CorruptBodyException e) {
            // Rotten: it may be somebody's, and the scrub tells whose.
        }
    }

    private int sweepSlices(long segment) throws IOException {
        var batch = new Batch();
        try (var scan = new SegmentScan(store().segments().path(segment), segment)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                var found = slice.get();
                bodies.claim(found.head().header(), found.head().description())
                        .ifPresent(claim -> batch.add(found.id().uuid(), Optional.of(claim)));
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
        return batch.removed();
    }

    /// Where nobody needs any slice, the segment goes.
    private int sweepPages(long segment) throws IOException {
        var batch = new Batch();
        var slices = 0;
        try (var scan = new PageSegmentScan(store().pageSegments().path(segment), segment)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                slices++;
                batch.add(slice.get().uuid(), Optional.empty());
            }
            if (batch.removed() == slices && !scan.isTorn() && !bodies.isHeld()) {
                store().pageSegments().delete(segment);
            }
        }
        return batch.removed();
    }

    private static List<Path> folders(Path above) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(above, Files::isDirectory)) {
            var folders = new ArrayList<Path>();
            entries.forEach(folders::add);
            return folders;
        }
    }
}
