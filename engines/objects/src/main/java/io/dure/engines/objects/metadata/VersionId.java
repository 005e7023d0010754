package io.dure.engines.objects.metadata;

import io.dure.engines.objects.error.S3Exception;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// Which version of an object.
///
/// @param id empty for the null version, which is what an object has that was put without
///   versioning
public record VersionId(Optional<UUID> id) {
    public static final VersionId NULL = new VersionId(Optional.empty());

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");
    private static final int HALF = 16;
    private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
    private static final long VERSION = 0x4000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public static VersionId of(UUID id) {
        return new VersionId(Optional.of(id));
    }

    /// One that no version has. It need not be hard to guess, so it is drawn quickly.
    public static VersionId random() {
        var random = ThreadLocalRandom.current();
        return of(
                new UUID(
                        (random.nextLong() & VERSION_MASK) | VERSION,
                        (random.nextLong() >>> 2) | VARIANT));
    }

    /// @throws S3Exception InvalidArgument if no version could have it
    public static VersionId parse(String text) {
        if (text.equals("null")) {
            return NULL;
        }
        if (!isPossible(text)) {
            throw S3Exception.argument("versionId", text, "Invalid version id specified");
        }
        return of(
                new UUID(
                        HexFormat.fromHexDigitsToLong(text, 0, HALF),
                        HexFormat.fromHexDigitsToLong(text, HALF, 2 * HALF)));
    }

    /// Whether some version could have this id.
    public static boolean isPossible(String text) {
        return text.equals("null") || FORM.matcher(text).matches();
    }

    /// As clients see it.
    @Override
    public String toString() {
        var hex = HexFormat.of();
        return id.map(known ->
                        hex.toHexDigits(known.getMostSignificantBits())
                                + hex.toHexDigits(known.getLeastSignificantBits()))
                .orElse("null");
    }
}
