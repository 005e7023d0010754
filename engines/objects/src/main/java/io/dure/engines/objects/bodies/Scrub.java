package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.earlier.PageSliceReader;
import io.dure.engines.objects.bodies.format.BodyCheck;
import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.FileTrailer;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.bodies.volume.PageSegmentScan;
import io.dure.engines.objects.bodies.volume.SegmentScan;
import io.dure.engines.objects.metadata.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Reads everything in the store once a month, a little each hour, and reports what is not what was
/// written. It goes through segments by number and then through folders of files, and remembers
/// where it was.
public final class Scrub {
    /// Hours of a month, which is what one round takes.
    private static final int RUNS_OF_ROUND = 30 * 24;

    /// As fast as nobody notices; a store that is too large for it is read faster.
    private static final long USUAL_BYTES_PER_SECOND = 20L << 20;

    /// What a run may take at most, so that the next one finds nobody.
    private static final long LONGEST_RUN_SECONDS = 45 * 60;

    private final Bodies bodies;
    private final Damage.Report report;
    private final Path place;
    private long bytesPerSecond = USUAL_BYTES_PER_SECOND;

    public Scrub(Bodies bodies, Damage.Report report) {
        this.bodies = bodies;
        this.report = report;
        this.place = bodies.store().root().resolve("scrubbed");
    }

    /// What is read at a time: a segment, or a folder of files.
    private record Unit(String name, long bytes, Work work) {}

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// What a run came to.
    ///
    /// @param bytes that were read
    /// @param endsRound whether everything was read once since the round began
    public record Run(long bytes, boolean endsRound) {}

    /// Reads the part that is due in an hour.
    public Run hour() throws IOException, InterruptedException {
        var all = units();
        return run(all, (all.size() + RUNS_OF_ROUND - 1) / RUNS_OF_ROUND);
    }

    /// Reads everything from where it is to the end of the round.
    public Run rest() throws IOException, InterruptedException {
        var all = units();
        return run(all, all.size());
    }

    private Run run(List<Unit> all, int most) throws IOException, InterruptedException {
        var done = scrubbed();
        var due = all.stream().filter(unit -> unit.name().compareTo(done) > 0).limit(most).toList();
        var bytes = due.stream().mapToLong(Unit::bytes).sum();
        bytesPerSecond = Math.max(USUAL_BYTES_PER_SECOND, bytes / LONGEST_RUN_SECONDS);
        for (var unit : due) {
            unit.work().run();
            remember(unit.name());
        }
        var endsRound = due.isEmpty() || due.getLast().equals(all.getLast());
        if (endsRound) {
            remember("");
        }
        return new Run(bytes, endsRound);
    }

    private String scrubbed() throws IOException {
        try {
            return Files.readString(place).strip();
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private void remember(String name) throws IOException {
        var next = place.resolveSibling("scrubbed.next");
        Files.writeString(next, name + "\n");
        Files.move(next, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Unit> units() throws IOException {
        var units = new ArrayList<Unit>();
        var store = bodies.store();
        for (var segment : store.segments().settled(true).stream().sorted().toList()) {
            var path = store.segments().path(segment);
            units.add(
                    new Unit(
                            "1/" + HexFormat.of().toHexDigits(segment, 12),
                            size(path),
                            () -> segment(path, segment)));
        }
        for (var segment : store.pageSegments().all().stream().sorted().toList()) {
            var path = store.pageSegments().path(segment);
            units.add(
                    new Unit(
                            "2/" + HexFormat.of().toHexDigits(segment, 12),
                            size(path),
                            () -> pages(path, segment)));
        }
        for (var number = 0; number < FileId.FOLDERS; number++) {
            var folder = FileId.folder(store.root(), number);
            if (Files.isDirectory(folder)) {
                units.add(
                        new Unit(
                                "3/" + HexFormat.of().toHexDigits(number, 4),
                                sizeOfFolder(folder),
                                () -> folder(folder)));
            }
        }
        return units;
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

    private void segment(Path path, long number) throws IOException, InterruptedException {
        try (var scan = new SegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                check(slice.get());
                pace(slice.get().id().length());
            }
            for (var gap : scan.gaps()) {
                report.found(
                        new Damage(
                                new SliceId(number, gap, 0).uuid(),
                                Optional.empty(),
                                "A header in the segment "
                                        + path.getFileName()
                                        + " cannot be read, at the byte "
                                        + gap * SliceId.UNIT_BYTES
                                        + "."));
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private void check(SegmentScan.Found slice) throws IOException {
        var head = slice.head();
        try {
            BodyCheck.require(slice.bytes(), head.bytes(), head.header(), head.sums());
        } catch (CorruptBodyException e) {
            // What was given back meanwhile is nobody's.
            if (bodies.isThere(slice.id().uuid())) {
                report.found(damage(slice.id(), head.header(), head.description(), e));
            }
        }
    }

    private Damage damage(
            BodyId id, BodyHeader header, byte[] description, CorruptBodyException failure) {
        Optional<Claim> claim = bodies.claim(header, description);
        return new Damage(id.uuid(), claim, String.valueOf(failure.getMessage()));
    }

    private void pages(Path path, long number) throws IOException, InterruptedException {
        try (var scan = new PageSegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                check(slice.get());
                pace(slice.get().length());
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private void check(PageSliceId id) throws IOException {
        try {
            var stored = bodies.store().open(id.uuid());
            if (stored.isPresent()) {
                var opened = PageSliceReader.open(stored.get(), id);
                if (opened.isPresent()) {
                    opened.get().close();
                }
            }
        } catch (CorruptBodyException e) {
            report.found(new Damage(id.uuid(), Optional.empty(), String.valueOf(e.getMessage())));
        }
    }

    private void folder(Path folder) throws IOException, InterruptedException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var id = FileId.parse(String.valueOf(file.getFileName()));
                if (id.isPresent()) {
                    var bytes = size(file);
                    check(id.get());
                    pace(bytes);
                }
            }
        }
    }

    private void check(FileId id) throws IOException {
        var stored = bodies.store().open(id.uuid());
        if (stored.isEmpty()) {
            return;
        }
        try (var bytes = stored.get();
                var buffers = bodies.readBuffers()) {
            if (BodyReader.isOfBlocks(bytes)) {
                BodyCheck.requireBlocks(bytes, buffers);
                return;
            }
            var trailer = FileTrailer.read(bytes);
            try {
                BodyCheck.require(bytes, 0, trailer.header(), trailer.sums());
            } catch (CorruptBodyException e) {
                report.found(damage(id, trailer.header(), trailer.description(), e));
            }
        } catch (CorruptBodyException e) {
            report.found(new Damage(id.uuid(), Optional.empty(), String.valueOf(e.getMessage())));
        }
    }

    private void pace(long bytes) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(bytes * 1_000_000_000L / bytesPerSecond);
    }
}
