package io.dure.engines.objects.checksum;

import java.util.Base64;

/// A checksum's value.
///
/// @param value Base64 of the bytes, big-endian; for a composite one, `-N` behind it
public record Checksum(ChecksumAlgorithm algorithm, Type type, String value) {
    /// What the value was computed over.
    public enum Type {
        /// The object's bytes.
        FULL_OBJECT,
        /// The checksums of its parts.
        COMPOSITE
    }

    public static Checksum ofWhole(ChecksumAlgorithm algorithm, byte[] value) {
        return new Checksum(algorithm, Type.FULL_OBJECT, Base64.getEncoder().encodeToString(value));
    }

    /// The value's bytes, without the count of parts.
    public byte[] bytes() {
        var dash = value.indexOf('-');
        return Base64.getDecoder().decode(dash < 0 ? value : value.substring(0, dash));
    }

    /// Whether the text could be a value of this algorithm over whole bytes.
    public static boolean isValid(ChecksumAlgorithm algorithm, String text) {
        try {
            return Base64.getDecoder().decode(text).length == algorithm.lengthBytes();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
