package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.BodyStore;
import io.dure.engines.objects.bodies.format.Slice;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.bodies.place.SliceId;
import io.dure.engines.objects.metadata.Unforced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Stored bodies on a local disk, in a folder that one process uses at a time: slices of segments,
/// and files of their own.
public final class VolumeStore implements BodyStore {
    /// Segments of either form, and folders of files.
    private static final Pattern HOLDS_BODIES = Pattern.compile("slices|segments|[0-9a-f]{2}");

    private final Path root;
    private final Folders folders;
    private final Segments segments;
    private final PageSegments pageSegments;

    /// @param root is made if it is not there
    public VolumeStore(Path root) throws IOException {
        this.root = Files.createDirectories(root.toAbsolutePath());
        Folders.force(this.root.resolve("..").normalize());
        this.folders = new Folders(this.root);
        this.segments = new Segments(this.root.resolve("slices"));
        this.pageSegments = new PageSegments(this.root.resolve("segments"));
    }

    @Override
    public Unforced append(Slice slice, Consumer<UUID> taken) throws IOException {
        return segments.append(slice, taken);
    }

    @Override
    public LargeBody create() throws IOException {
        return new BodyFile(root, folders.next());
    }

    @Override
    public Optional<StoredBytes> open(UUID place) throws IOException {
        return switch (BodyId.of(place)) {
            case SliceId slice -> segments.open(slice);
            case PageSliceId slice -> pageSegments.open(slice);
            case FileId file -> file(file);
        };
    }

    private Optional<StoredBytes> file(FileId id) throws IOException {
        try {
            return Optional.of(FileBytes.whole(id.path(root)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void remove(UUID place) throws IOException {
        switch (BodyId.of(place)) {
            case SliceId slice -> segments.remove(slice);
            case PageSliceId slice -> pageSegments.remove(slice);
            case FileId file -> Files.deleteIfExists(file.path(root));
        }
    }

    @Override
    public void retract(UUID place) throws IOException {
        remove(place);
        switch (BodyId.of(place)) {
            case SliceId slice -> segments.force(slice);
            case PageSliceId _ -> {}
            case FileId file -> Folders.force(file.path(root).resolveSibling(".").normalize());
        }
    }

    @Override
    public long freeBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    @Override
    public int sweep(Judge judge) throws IOException {
        return new VolumeSweep(this, judge).run();
    }

    @Override
    public void survey(Surveyor surveyor) throws IOException {
        new VolumeSurvey(this, surveyor).run();
    }

    @Override
    public List<ScrubPart> parts() throws IOException {
        return new VolumeParts(this).all();
    }

    @Override
    public boolean isEmpty() throws IOException {
        try (var entries = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (var entry : entries) {
                var name = String.valueOf(entry.getFileName());
                if (HOLDS_BODIES.matcher(name).matches() && hasEntries(entry)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean hasEntries(Path folder) throws IOException {
        try (var entries = Files.newDirectoryStream(folder)) {
            return entries.iterator().hasNext();
        }
    }

    @Override
    public Optional<String> note(String name) throws IOException {
        try {
            return Optional.of(Files.readString(root.resolve(name)).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void note(String name, String text) throws IOException {
        var next = root.resolve(name + ".next");
        Files.writeString(next, text + "\n");
        Folders.force(next);
        Files.move(next, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(root);
    }

    Path root() {
        return root;
    }

    public Segments segments() {
        return segments;
    }

    PageSegments pageSegments() {
        return pageSegments;
    }
}
