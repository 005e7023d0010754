package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore.Findings;
import io.dure.engines.objects.bodies.BodyStore.ScrubPart;
import io.dure.engines.objects.bodies.earlier.PageSliceReader;
import io.dure.engines.objects.bodies.format.BodyCheck;
import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// What of a volume is read at a time: a segment, or a folder of files.
final class VolumeParts {
    private final VolumeStore store;

    VolumeParts(VolumeStore store) {
        this.store = store;
    }

    private interface Work {
        void on(Findings findings) throws IOException, InterruptedException;
    }

    private interface Size {
        long bytes() throws IOException;
    }

    private record Part(String name, Size size, Work work) implements ScrubPart {
        @Override
        public long bytes() throws IOException {
            return size.bytes();
        }

        @Override
        public void check(Findings findings) throws IOException, InterruptedException {
            work.on(findings);
        }
    }

    List<ScrubPart> all() throws IOException {
        var parts = new ArrayList<ScrubPart>();
        for (var segment : store.segments().settled(true).stream().sorted().toList()) {
            var path = store.segments().path(segment);
            parts.add(
                    new Part(
                            "1/" + HexFormat.of().toHexDigits(segment, 12),
                            () -> size(path),
                            findings -> segment(path, segment, findings)));
        }
        for (var segment : store.pageSegments().all().stream().sorted().toList()) {
            var path = store.pageSegments().path(segment);
            parts.add(
                    new Part(
                            "2/" + HexFormat.of().toHexDigits(segment, 12),
                            () -> size(path),
                            findings -> pages(path, segment, findings)));
        }
        for (var number = 0; number < FileId.FOLDERS; number++) {
            var folder = FileId.folder(store.root(), number);
            if (Files.isDirectory(folder)) {
                parts.add(
                        new Part(
                                "3/" + HexFormat.of().toHexDigits(number, 4),
                                () -> sizeOfFolder(folder),
                                findings -> folder(folder, findings)));
            }
        }
        return parts;
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private static long sizeOfFolder(Path folder) throws IOException {
        var size = 0L;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                size += size(file);
            }
        }
        return size;
    }

    private static void segment(Path path, long number, Findings findings)
            throws IOException, InterruptedException {
        try (var scan = new SegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                check(slice.get(), findings);
                findings.read(slice.get().id().length());
            }
            for (var gap : scan.gaps()) {
                findings.unreadable(
                        new SliceId(number, gap, 0).uuid(),
                        "A header in the segment "
                                + path.getFileName()
                                + " cannot be read, at the byte "
                                + gap * SliceId.UNIT_BYTES
                                + ".");
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private static void check(SegmentScan.Found slice, Findings findings) throws IOException {
        var head = slice.head();
        try {
            BodyCheck.require(slice.bytes(), head.bytes(), head.header(), head.sums());
        } catch (CorruptBodyException e) {
            findings.rotten(head.header(), head.description(), e);
        }
    }

    private void pages(Path path, long number, Findings findings)
            throws IOException, InterruptedException {
        try (var scan = new PageSegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                check(slice.get(), findings);
                findings.read(slice.get().length());
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private void check(PageSliceId id, Findings findings) throws IOException {
        try {
            var stored = store.open(id.uuid());
            if (stored.isPresent()) {
                var opened = PageSliceReader.open(stored.get(), id);
                if (opened.isPresent()) {
                    opened.get().close();
                }
            }
        } catch (CorruptBodyException e) {
            findings.unreadable(id.uuid(), String.valueOf(e.getMessage()));
        }
    }

    private void folder(Path folder, Findings findings) throws IOException, InterruptedException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var id = FileId.parse(String.valueOf(file.getFileName()));
                if (id.isPresent()) {
                    var bytes = size(file);
                    check(id.get(), findings);
                    findings.read(bytes);
                }
            }
        }
    }

    private void check(FileId id, Findings findings) throws IOException {
        var stored = store.open(id.uuid());
        if (stored.isEmpty()) {
            return;
        }
        try (var bytes = stored.get()) {
            if (BodyReader.isOfBlocks(bytes)) {
                BodyCheck.requireBlocks(bytes, findings.buffers());
                return;
            }
            var trailer = FileTrailer.read(bytes);
            try {
                BodyCheck.require(bytes, 0, trailer.header(), trailer.sums());
            } catch (CorruptBodyException e) {
                findings.rotten(trailer.header().at(id.uuid()), trailer.description(), e);
            }
        } catch (CorruptBodyException e) {
            findings.unreadable(id.uuid(), String.valueOf(e.getMessage()));
        }
    }
}
