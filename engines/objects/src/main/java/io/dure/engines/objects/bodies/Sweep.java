package io.dure.engines.objects.bodies;

import io.dure.engines.objects.metadata.Metadata;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
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

    public Sweep(Bodies bodies, Metadata metadata, InstantSource clock) {
        this.bodies = bodies;
        this.metadata = metadata;
        this.clock = clock;
    }

    /// Looks at every body once, one folder at a time.
    ///
    /// @return how many were removed
    public int run() throws IOException {
        var removed = 0;
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
                    : BodyId.parse(String.valueOf(file.getFileName()))
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
        unknown.forEach(bodies::remove);
        return unknown.size();
    }

    private static List<Path> folders(Path above) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(above, Files::isDirectory)) {
            var folders = new ArrayList<Path>();
            entries.forEach(folders::add);
            return folders;
        }
    }
}
