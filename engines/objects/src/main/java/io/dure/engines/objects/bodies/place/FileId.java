package io.dure.engines.objects.bodies.place;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// A body in a file of its own: 16 bits name the folder, the others are random.
public record FileId(UUID uuid) implements BodyId {
    public static final int FOLDERS = 1 << 16;
    private static final int FOLDER_SHIFT = 48;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    public static FileId random(int folder) {
        var random = ThreadLocalRandom.current();
        var high =
                ((long) folder << FOLDER_SHIFT) | (random.nextLong() & 0xffff_ffff_07ffL) | 0x8000L;
        var low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new FileId(new UUID(high, low));
    }

    /// `ab/cd/abcd…` below the store's root.
    public Path path(Path root) {
        return folder(root, (int) (uuid.getMostSignificantBits() >>> FOLDER_SHIFT)).resolve(name());
    }

    public static Path folder(Path root, int folder) {
        var hex = HexFormat.of();
        return root.resolve(hex.toHexDigits((byte) (folder >>> 8)))
                .resolve(hex.toHexDigits((byte) folder));
    }

    private String name() {
        var hex = HexFormat.of();
        return hex.toHexDigits(uuid.getMostSignificantBits())
                + hex.toHexDigits(uuid.getLeastSignificantBits());
    }

    public static Optional<FileId> parse(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(
                        new FileId(
                                new UUID(
                                        HexFormat.fromHexDigitsToLong(name, 0, 16),
                                        HexFormat.fromHexDigitsToLong(name, 16, 32))))
                : Optional.empty();
    }
}
