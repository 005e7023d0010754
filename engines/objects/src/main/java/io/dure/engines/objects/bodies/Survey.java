package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.BodyHeader;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.LostKeyException;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.bodies.volume.PageSegmentScan;
import io.dure.engines.objects.bodies.volume.SegmentScan;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.DescriptionJson;
import io.dure.engines.objects.metadata.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what every body in the store says of itself, for whoever makes the metadata anew. It reads
/// no bodies, only descriptions; whether bodies are whole, the scrub tells.
public final class Survey {
    /// Bodies that are passed on together.
    private static final int AT_A_TIME = 500;

    /// Manifests and notes of buckets may be long.
    private static final int BYTES_AT_A_TIME = 4 << 20;

    private final Bodies bodies;
    private final Listener listener;
    private final List<Found> batch = new ArrayList<>();
    private int bytes;

    public Survey(Bodies bodies, Listener listener) {
        this.bodies = bodies;
        this.listener = listener;
    }

    /// A body that says what it is.
    ///
    /// @param sequence higher than that of what was stored before; a copy has that of its original
    /// @param size of the body, in bytes
    public record Found(Claim claim, long sequence, long size) {}

    /// Why a body cannot be told.
    public enum Reason {
        /// It is of before bodies described themselves.
        SILENT,
        /// It is sealed under a key that is gone, as that of an organisation that was closed.
        SEALED,
        /// It is not what was written.
        DAMAGED
    }

    /// Learns what is found. It may throw to end the survey.
    public interface Listener {
        void found(List<Found> some);

        /// @param place where it is, for the operator: a file, and the byte in it
        void untold(String place, Reason reason);
    }

    public void run() throws IOException {
        var store = bodies.store();
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
        pass();
    }

    private void readPages(Path path, long number) throws IOException {
        try (var scan = new PageSegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                untold(path, slice.get().position(), Reason.SILENT);
            }
        } catch (NoSuchFileException e) {
            // All of it was given back meanwhile.
        }
    }

    private void readSlices(Path path, long number) throws IOException {
        try (var scan = new SegmentScan(path, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                var head = slice.get().head();
                take(head.header(), head.description(), path, slice.get().id().position());
            }
            for (var gap : scan.gaps()) {
                untold(path, gap * SliceId.UNIT_BYTES, Reason.DAMAGED);
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
        try {
            var trailer = bodies.trailer(id);
            if (trailer.isEmpty()) {
                untold(file, 0, Reason.SILENT);
            } else if (!trailer.get().header().place().equals(id.uuid())) {
                untold(file, 0, Reason.DAMAGED);
            } else {
                take(trailer.get().header(), trailer.get().description(), file, 0);
            }
        } catch (CorruptBodyException e) {
            untold(file, 0, Reason.DAMAGED);
        }
    }

    private void take(BodyHeader header, byte[] description, Path path, long position)
            throws IOException {
        var known = read(header, description, path, position);
        if (known.isEmpty()) {
            return;
        }
        batch.add(
                new Found(
                        new Claim(header.namespace(), header.place(), known.get()),
                        header.sequence(),
                        header.size()));
        bytes += description.length;
        if (batch.size() == AT_A_TIME || bytes >= BYTES_AT_A_TIME) {
            pass();
        }
    }

    private Optional<Description> read(
            BodyHeader header, byte[] description, Path path, long position) throws IOException {
        try {
            var known =
                    DescriptionJson.read(
                            bodies.unseal(Optional.empty()).description(header, description));
            if (known.isEmpty()) {
                untold(path, position, Reason.DAMAGED);
            }
            return known;
        } catch (LostKeyException | UncheckedIOException e) {
            // The key is gone, or nobody can unwrap it.
            untold(path, position, Reason.SEALED);
        } catch (CorruptBodyException e) {
            untold(path, position, Reason.DAMAGED);
        }
        return Optional.empty();
    }

    private void pass() {
        if (!batch.isEmpty()) {
            listener.found(List.copyOf(batch));
            batch.clear();
            bytes = 0;
        }
    }

    private void untold(Path path, long position, Reason reason) {
        listener.untold(bodies.store().root().relativize(path) + " at " + position, reason);
    }
}
