package io.dure.engines.objects.bodies;

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
import java.util.UUID;

/// Finds bodies that a crash left behind, between their fsync and the commit that would have named
/// them (or between a commit that forgot them and their deletion), and removes them.
///
/// No acknowledged body is at risk: one that this process writes is in use until its commit is
/// through, so a body that is not in use and that no metadata name was given up.
public final class Sweep {
    /// Older processes may still hold a transaction when this one starts.
    private static final Duration YOUNGEST = Duration.ofHours(1);

    /// How many bodies one question to the metadata names.
    private static final int BATCH = 500;

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

    /// Looks at every body once, one folder or segment at a time.
    ///
    /// @return how many were removed
    public int run() throws IOException {
        var removed = 0;
        // A segment's age says nothing, since it changes with what is given back.
        var foreign = !clock.instant().isBefore(since.plus(YOUNGEST));
        for (var segment : bodies.segments().settled(foreign)) {
            if (Thread.interrupted()) {
                return removed;
            }
            removed += sweep(segment);
        }
        for (var above : folders(bodies.root())) {
            for (var folder : folders(above)) {
                if (Thread.interrupted()) {
                    return removed;
                }
                removed += sweep(folder);
            }
        }
        return removed;
    }

    private int sweep(Path folder) throws IOException {
        var removed = 0;
        var batch = new ArrayList<UUID>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                candidate(file).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    removed += removeUnknown(batch);
                    batch.clear();
                }
            }
        }
        return removed + removeUnknown(batch);
    }

    private Optional<UUID> candidate(Path file) throws IOException {
        try {
            var written = Files.getLastModifiedTime(file).toInstant();
            return written.isAfter(clock.instant().minus(YOUNGEST))
                    ? Optional.empty()
                    : FileId.parse(String.valueOf(file.getFileName()))
                            .map(FileId::uuid)
                            .filter(id -> !bodies.isUsed(id));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private int removeUnknown(List<UUID> batch) {
        if (batch.isEmpty()) {
            return 0;
        }
        var unknown = metadata.unknown(batch);
        unknown.forEach(bodies::discard);
        return unknown.size();
    }

    /// Where nobody needs any slice, the segment goes.
    private int sweep(long segment) throws IOException {
        var batch = new ArrayList<UUID>();
        var slices = 0;
        var removed = 0;
        try (var scan = new SegmentScan(bodies.segments().path(segment), segment)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                slices++;
                slice.map(SliceId::uuid).filter(id -> !bodies.isUsed(id)).ifPresent(batch::add);
                if (batch.size() == BATCH) {
                    removed += removeUnknown(batch);
                    batch.clear();
                }
            }
            removed += removeUnknown(batch);
            if (removed == slices && !scan.isTorn() && !bodies.isHeld()) {
                bodies.segments().delete(segment);
            }
        }
        return removed;
    }

    private static List<Path> folders(Path above) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(above, Files::isDirectory)) {
            var folders = new ArrayList<Path>();
            entries.forEach(folders::add);
            return folders;
        }
    }
}
