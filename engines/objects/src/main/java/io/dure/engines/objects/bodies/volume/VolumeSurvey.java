package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore.Surveyor;
import io.dure.engines.objects.bodies.Survey.Reason;
import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Shows what the bodies of a volume say of themselves: of segments of both forms, then of files.
final class VolumeSurvey {
    private final VolumeStore store;
    private final Surveyor surveyor;

    VolumeSurvey(VolumeStore store, Surveyor surveyor) {
        this.store = store;
        this.surveyor = surveyor;
    }

    void run() throws IOException {
        for (var segment : store.pageSegments().all()) {
            readPages(store.pageSegments().path(segment), segment);
        }
        for (var segment : store.segments().all()) {
            readSlices(store.segments().path(segment), segment);
        }
        for (var number = 0; number < FileId.FOLDERS; number++) {
            var folder = FileId.folder(store.root(), number);
            if (Files.isDirectory(folder)) {
                readFiles(folder);
            }
        }
    }

    private void readPages(Path path, long number) throws IOException {
        try (var scan = new PageSegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                surveyor.untold(where(path, slice.get().position()), Reason.SILENT);
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private void readSlices(Path path, long number) throws IOException {
        try (var scan = new SegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                var head = slice.get().head();
                surveyor.described(
                        head.header(),
                        head.description(),
                        where(path, slice.get().id().position()));
            }
            for (var gap : scan.gaps()) {
                surveyor.untold(where(path, gap * SliceId.UNIT_BYTES), Reason.DAMAGED);
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private void readFiles(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var id = FileId.parse(String.valueOf(file.getFileName()));
                if (id.isPresent()) {
                    readFile(file, id.get());
                }
            }
        }
    }

    private void readFile(Path file, FileId id) throws IOException {
        var stored = store.open(id.uuid());
        if (stored.isEmpty()) {
            return;
        }
        try (var bytes = stored.get()) {
            if (BodyReader.isOfBlocks(bytes)) {
                surveyor.untold(where(file, 0), Reason.SILENT);
                return;
            }
            var trailer = FileTrailer.read(bytes);
            if (trailer.header().place().equals(id.uuid())) {
                surveyor.described(trailer.header(), trailer.description(), where(file, 0));
            } else {
                surveyor.untold(where(file, 0), Reason.DAMAGED);
            }
        } catch (CorruptBodyException e) {
            surveyor.untold(where(file, 0), Reason.DAMAGED);
        }
    }

    private String where(Path path, long position) {
        return store.root().relativize(path) + " at " + position;
    }
}
