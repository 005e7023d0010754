package io.dure.engines.objects.bodies.volume;

import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.PageSliceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Segments as they were before slices described themselves (docs/decisions/0009): read, and given
/// back hole by hole, until nobody needs any slice of theirs.
final class PageSegments {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{12}");

    private final Path folder;

    PageSegments(Path folder) {
        this.folder = folder;
    }

    /// @return empty if there is no such segment
    Optional<StoredBytes> open(PageSliceId id) throws IOException {
        try {
            return Optional.of(FileBytes.part(path(id.segment()), id.position(), id.length()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /// Gives a slice's space back to the file system.
    void remove(PageSliceId id) throws IOException {
        Holes.punch(path(id.segment()), id.position(), id.length());
    }

    public List<Long> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var all = new ArrayList<Long>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                if (NAME.matcher(name).matches()) {
                    all.add(HexFormat.fromHexDigitsToLong(name));
                }
            }
        }
        return all;
    }

    /// Deletes a segment none of whose slices anybody needs.
    public void delete(long number) throws IOException {
        Files.deleteIfExists(path(number));
    }

    public Path path(long number) {
        return folder.resolve(HexFormat.of().toHexDigits(number, 12));
    }
}
