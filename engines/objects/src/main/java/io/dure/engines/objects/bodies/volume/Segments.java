package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.metadata.Unforced;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps small bodies as slices of large files (docs/storage/volume-store.md).
public final class Segments {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{12}");
    private static final long NUMBER_MASK = 0xffff_ffff_ffffL;

    private final Path folder;
    private final SegmentFiles files;

    private final SegmentUse use;

    /// Held while a slice is given back.
    private final Object giving = new Object();

    /// Those that this process made.
    private final Set<Long> own = new HashSet<>();

    /// What is being written: slices with bytes, and those without. Notes outlive the bodies around
    /// them, and would keep their segments.
    private final Map<Boolean, Segment> current = new HashMap<>();

    Segments(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.files = new SegmentFiles(folder);
        this.use = new SegmentUse(folder.resolve("removed"));
        Folders.force(folder.resolve("..").normalize());
    }

    /// Writes a slice.
    ///
    /// @param taken learns the place before anybody else could
    /// @return what is durable once it is forced
    Unforced append(Slice slice, Consumer<UUID> taken) throws IOException {
        while (true) {
            var segment = current(slice.hasBytes());
            var written = segment.append(slice, taken);
            if (written != null) {
                return written;
            }
            retire(segment);
        }
    }

    private synchronized Segment current(boolean withBytes) throws IOException {
        var writing = current.get(withBytes);
        if (writing == null) {
            var number = ThreadLocalRandom.current().nextLong() & NUMBER_MASK;
            writing = Segment.create(number, files.path(number));
            own.add(number);
            Folders.force(folder);
            current.put(withBytes, writing);
        }
        return writing;
    }

    private synchronized void retire(Segment segment) {
        current.values().remove(segment);
    }

    private @Nullable Segment current(long number) {
        return current.values().stream()
                .filter(segment -> segment.number() == number)
                .findAny()
                .orElse(null);
    }

    /// @return empty if it was given back
    Optional<StoredBytes> open(SliceId id) throws IOException {
        return Optional.ofNullable(SliceBytes.open(files, id))
                .filter(bytes -> !bytes.isRemoved())
                .map(bytes -> bytes);
    }

    /// Says that nobody needs a slice any more. Nothing waits until that is on disk: should it get
    /// lost, the sweep finds the slice again.
    void remove(SliceId id) throws IOException {
        if (giveBack(id)) {
            count(id);
        }
    }

    /// @return whether nobody had given it back before: what is counted twice hides what lives
    private boolean giveBack(SliceId id) throws IOException {
        synchronized (giving) {
            var state = ByteBuffer.allocate(1);
            if (!files.read(id.segment(), id.position(), state) || state.get(0) == Slice.REMOVED) {
                return false;
            }
            return files.write(id.segment(), id.position(), state.clear().put(0, Slice.REMOVED));
        }
    }

    /// Makes durable what was given back of the slice's segment.
    void force(SliceId id) throws IOException {
        files.force(id.segment());
    }

    private void count(SliceId id) throws IOException {
        if (use.remove(id.segment(), id.length()) >= Files.size(files.path(id.segment()))) {
            deleteIfDead(id.segment());
        }
    }

    /// Takes what somebody counted who read a segment that nobody writes to.
    public void recount(long number, long removedBytes) throws IOException {
        use.set(number, removedBytes);
        if (removedBytes >= Files.size(files.path(number))) {
            deleteIfDead(number);
        }
    }

    /// A segment all of whose slices were given back goes, also the one that is being written, if
    /// nobody is just about to write more.
    private void deleteIfDead(long number) throws IOException {
        if (retireIfUnused(number) && isDead(number)) {
            delete(number);
        }
    }

    /// @return whether nobody writes to it, now and ever
    private synchronized boolean retireIfUnused(long number) throws IOException {
        var writing = current(number);
        if (writing == null) {
            return true;
        }
        if (!writing.sealIfDead(use.removed(number))) {
            return false;
        }
        retire(writing);
        return true;
    }

    /// Counts only say when it is worth looking; what is damaged is kept for whoever asks for it.
    private boolean isDead(long number) throws IOException {
        try (var scan = new SegmentScan(files.path(number), number)) {
            return scan.next().isEmpty() && scan.gaps().isEmpty();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// The segments that nobody writes to.
    ///
    /// @param foreign whether those of earlier processes, too
    public List<Long> settled(boolean foreign) throws IOException {
        return all().stream().filter(number -> isSettled(number, foreign)).toList();
    }

    public List<Long> all() throws IOException {
        var all = new ArrayList<Long>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var name = String.valueOf(entry.getFileName());
                if (NAME.matcher(name).matches()) {
                    all.add(HexFormat.fromHexDigitsToLong(name));
                }
            }
        }
        return all;
    }

    private synchronized boolean isSettled(long number, boolean foreign) {
        return own.contains(number) ? current(number) == null : foreign;
    }

    /// Deletes a segment none of whose slices anybody needs.
    synchronized void delete(long number) throws IOException {
        files.forget(number);
        Files.deleteIfExists(files.path(number));
        use.forget(number);
        own.remove(number);
    }

    public SegmentUse use() {
        return use;
    }

    public Path path(long number) {
        return files.path(number);
    }
}
