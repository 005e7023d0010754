package io.dure.engines.objects.bodies;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// The address of a body: a UUID of version 8 (RFC 9562 §5.8) whose first 16 bits name the folder
/// and whose other bits are random.
final class BodyId {
    static final int FOLDERS = 1 << 16;
    private static final int FOLDER_SHIFT = 48;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    private BodyId() {}

    static UUID random(int folder) {
        var random = ThreadLocalRandom.current();
        var high =
                ((long) folder << FOLDER_SHIFT) | (random.nextLong() & 0xffff_ffff_0fffL) | 0x8000L;
        var low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /// `ab/cd/abcd…` below the store's root.
    static Path path(Path root, UUID id) {
        return folder(root, (int) (id.getMostSignificantBits() >>> FOLDER_SHIFT)).resolve(name(id));
    }

    static Path folder(Path root, int folder) {
        var hex = HexFormat.of();
        return root.resolve(hex.toHexDigits((byte) (folder >>> 8)))
                .resolve(hex.toHexDigits((byte) folder));
    }

    private static String name(UUID id) {
        var hex = HexFormat.of();
        return hex.toHexDigits(id.getMostSignificantBits())
                + hex.toHexDigits(id.getLeastSignificantBits());
    }

    static Optional<UUID> parse(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(
                        new UUID(
                                HexFormat.fromHexDigitsToLong(name, 0, 16),
                                HexFormat.fromHexDigitsToLong(name, 16, 32)))
                : Optional.empty();
    }
}
