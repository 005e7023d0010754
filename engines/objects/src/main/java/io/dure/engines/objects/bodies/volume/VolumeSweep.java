package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore.Judge;
import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.place.FileId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Shows what lies in a volume to a judge, one folder or segment at a time.
final class VolumeSweep {
    private final VolumeStore store;
    private final Judge judge;

    VolumeSweep(VolumeStore store, Judge judge) {
        this.store = store;
        this.judge = judge;
    }

    /// @return how many bodies were removed
    int run() throws IOException {
        var removed = 0;
        // A segment's age says nothing, since it changes with what is given back.
        var foreign = judge.coversEarlier();
        for (var segment : foreign ? store.pageSegments().all() : List.<Long>of()) {
            removed += Thread.interrupted() ? 0 : sweepPages(segment);
        }
        for (var segment : store.segments().settled(foreign)) {
            removed += Thread.interrupted() ? 0 : sweepSlices(segment);
        }
        for (var above : folders(store.root())) {
            for (var folder : folders(above)) {
                removed += Thread.interrupted() ? 0 : sweepFiles(folder);
            }
        }
        return removed;
    }

    private int sweepFiles(Path folder) throws IOException {
        var unfinished = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                var id = FileId.parse(name);
                if (id.isPresent() && isOld(file)) {
                    show(id.get());
                }
                var begun = BodyFile.unfinished(name).filter(body -> !judge.isUsed(body.uuid()));
                if (begun.isPresent() && isOld(file) && Files.deleteIfExists(file)) {
                    unfinished++;
                }
            }
        }
        return unfinished + judge.settle();
    }

    private boolean isOld(Path file) throws IOException {
        try {
            return !Files.getLastModifiedTime(file).toInstant().isAfter(judge.before());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void show(FileId id) throws IOException {
        var stored = store.open(id.uuid());
        if (stored.isEmpty()) {
            return;
        }
        try (var bytes = stored.get()) {
            if (BodyReader.isOfBlocks(bytes)) {
                judge.silent(id.uuid());
            } else {
                var trailer = FileTrailer.read(bytes);
                judge.described(trailer.header().at(id.uuid()), trailer.description());
            }
        } catch (CorruptBodyException e) {
            // Rotten: it may be somebody's, and the scrub tells whose.
        }
    }

    private int sweepSlices(long segment) throws IOException {
        try (var scan = new SegmentScan(store.segments().path(segment), segment)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                judge.described(slice.get().head().header(), slice.get().head().description());
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
        return judge.settle();
    }

    /// Where nobody needs any slice, the segment goes.
    private int sweepPages(long segment) throws IOException {
        var slices = 0;
        try (var scan = new PageSegmentScan(store.pageSegments().path(segment), segment)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                slices++;
                judge.silent(slice.get().uuid());
            }
            var removed = judge.settle();
            if (removed == slices && !scan.isTorn() && !judge.isHeld()) {
                store.pageSegments().delete(segment);
            }
            return removed;
        }
    }

    private static List<Path> folders(Path above) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(above, Files::isDirectory)) {
            var folders = new ArrayList<Path>();
            entries.forEach(folders::add);
            return folders;
        }
    }
}
