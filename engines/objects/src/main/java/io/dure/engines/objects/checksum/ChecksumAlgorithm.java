package io.dure.engines.objects.checksum;

import java.util.Locale;
import java.util.Optional;

/// The checksums that clients may choose. Amazon S3 User Guide, "Checking object integrity".
public enum ChecksumAlgorithm {
    CRC32(4),
    CRC32C(4),
    CRC64NVME(8),
    SHA1(20),
    SHA256(32);

    private final int lengthBytes;
    private final String header;

    ChecksumAlgorithm(int lengthBytes) {
        this.lengthBytes = lengthBytes;
        this.header = "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
    }

    public int lengthBytes() {
        return lengthBytes;
    }

    /// The header that carries a value of it, such as `x-amz-checksum-crc32`.
    public String header() {
        return header;
    }

    /// The XML element that carries a value of it, such as `ChecksumCRC32`.
    public String element() {
        return "Checksum" + name();
    }

    /// Whether the checksum of a whole can be computed from those of its parts.
    public boolean isLinear() {
        return switch (this) {
            case CRC32, CRC32C, CRC64NVME -> true;
            case SHA1, SHA256 -> false;
        };
    }

    /// @param name in any case
    public static Optional<ChecksumAlgorithm> named(String name) {
        for (var algorithm : values()) {
            if (algorithm.name().equalsIgnoreCase(name)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /// @param header in any case
    public static Optional<ChecksumAlgorithm> ofHeader(String header) {
        for (var algorithm : values()) {
            if (algorithm.header().equalsIgnoreCase(header)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /// A sum of no bytes yet.
    public RunningChecksum start() {
        return RunningChecksum.of(this);
    }
}
