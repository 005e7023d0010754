package io.dure.engines.objects.bodies.remote;

import io.dure.engines.objects.bodies.place.BodyId;
import io.dure.engines.objects.bodies.place.FileId;
import io.dure.engines.objects.bodies.place.SliceId;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// The keys of bodies in the bucket: `slices/` or `files/`, and the place in hex, which is random
/// from its first digit on.
final class RemoteKeys {
    static final String SLICES = "slices/";
    static final String FILES = "files/";
    static final String NOTES = "notes/";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    private RemoteKeys() {}

    /// @return empty for a place that is none here
    static Optional<String> of(UUID place) {
        return switch (BodyId.of(place)) {
            case SliceId _ -> Optional.of(SLICES + hex(place));
            case FileId _ -> Optional.of(FILES + hex(place));
            default -> Optional.empty();
        };
    }

    private static String hex(UUID place) {
        var hex = HexFormat.of();
        return hex.toHexDigits(place.getMostSignificantBits())
                + hex.toHexDigits(place.getLeastSignificantBits());
    }

    /// @return empty for a key that was given by somebody else
    static Optional<UUID> place(String key) {
        var name = key.substring(key.indexOf('/') + 1);
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        var place =
                new UUID(
                        HexFormat.fromHexDigitsToLong(name, 0, 16),
                        HexFormat.fromHexDigitsToLong(name, 16, 32));
        return of(place).filter(key::equals).map(_ -> place);
    }
}
