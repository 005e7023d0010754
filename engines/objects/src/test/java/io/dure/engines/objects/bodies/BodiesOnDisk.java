package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.volume.SegmentScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/// What a store of bodies really keeps, as its folder shows.
public final class BodiesOnDisk {
    private BodiesOnDisk() {}

    /// How many bodies there are, files and slices with bytes.
    public static long count(Path root) throws IOException {
        var bodies = 0L;
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = String.valueOf(file.getFileName());
                var isSegment = root.resolve("slices").equals(file.getParent());
                bodies += isSegment && !name.equals("removed") ? slices(file) : 0;
                bodies += FileId.parse(name).isPresent() ? 1 : 0;
            }
        }
        return bodies;
    }

    private static long slices(Path segment) throws IOException {
        var number = HexFormat.fromHexDigitsToLong(String.valueOf(segment.getFileName()));
        var slices = 0L;
        try (var scan = new SegmentScan(segment, number)) {
            for (var slice = scan.next(); slice.isPresent(); slice = scan.next()) {
                slices += slice.get().head().header().size() > 0 ? 1 : 0;
            }
        }
        return slices;
    }
}
