package io.dure.platform.tenancy;

import io.dure.platform.problem.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An organisation's picture. What it is, its first bytes say, never who sent it; SVG is refused,
/// since it can carry scripts.
public final class Logo {
    /// Enough for a logo at twice any size we show, small enough for the database.
    public static final int MAX_BYTES = 256 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final byte[] image;
    private final String mediaType;

    private Logo(byte[] image, String mediaType) {
        this.image = image;
        this.mediaType = mediaType;
    }

    /// @throws InvalidInputException if it is too large, or no PNG, JPEG or WebP
    public static Logo of(byte[] image) {
        if (image.length > MAX_BYTES) {
            throw new InvalidInputException(
                    "logo", "too-large", "A logo has at most " + MAX_BYTES / 1024 + " KiB.");
        }
        return new Logo(image, mediaType(image));
    }

    public byte[] image() {
        return image.clone();
    }

    /// `image/png`, `image/jpeg` or `image/webp`.
    public String mediaType() {
        return mediaType;
    }

    private static String mediaType(byte[] image) {
        if (startsWith(image, PNG)) {
            return "image/png";
        }
        if (startsWith(image, JPEG)) {
            return "image/jpeg";
        }
        if (image.length > 12 && text(image, 0).equals("RIFF") && text(image, 8).equals("WEBP")) {
            return "image/webp";
        }
        throw new InvalidInputException(
                "logo", "unknown-format", "A logo is a PNG, JPEG or WebP picture.");
    }

    private static boolean startsWith(byte[] image, byte[] beginning) {
        return image.length > beginning.length
                && Arrays.equals(image, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static String text(byte[] image, int offset) {
        return new String(image, offset, 4, StandardCharsets.ISO_8859_1);
    }
}
