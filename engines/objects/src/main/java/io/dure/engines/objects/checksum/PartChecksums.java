package io.dure.engines.objects.checksum;

import java.util.Base64;
import java.util.List;

/// The checksum of a multipart object from those of its parts.
public final class PartChecksums {
    private PartChecksums() {}

    /// One part.
    ///
    /// @param checksum over the part's bytes
    /// @param size of the part, in bytes
    public record Part(Checksum checksum, long size) {}

    /// @param parts at least one
    /// @throws IllegalArgumentException for a full-object checksum of an algorithm that is not
    ///   linear
    public static Checksum of(ChecksumAlgorithm algorithm, Checksum.Type type, List<Part> parts) {
        return switch (type) {
            case COMPOSITE -> composite(algorithm, parts);
            case FULL_OBJECT -> whole(algorithm, parts);
        };
    }

    private static Checksum composite(ChecksumAlgorithm algorithm, List<Part> parts) {
        var sum = algorithm.start();
        for (var part : parts) {
            sum.update(part.checksum().bytes(), 0, algorithm.lengthBytes());
        }
        return new Checksum(
                algorithm,
                Checksum.Type.COMPOSITE,
                Base64.getEncoder().encodeToString(sum.finish()) + "-" + parts.size());
    }

    private static Checksum whole(ChecksumAlgorithm algorithm, List<Part> parts) {
        var value = parts.getFirst().checksum().bytes();
        for (var part : parts.subList(1, parts.size())) {
            value = CrcCombination.join(algorithm, value, part.checksum().bytes(), part.size());
        }
        return Checksum.ofWhole(algorithm, value);
    }
}
