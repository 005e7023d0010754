package io.dure.platform.people;

import io.dure.platform.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.imageio.ImageIO;

/// A person's picture. What it is, its bytes say, never who sent it.
public final class Photo {
    /// Enough for a face at twice any size we show.
    public static final int MOST_BYTES = 256 * 1024;

    /// A picture of few bytes can still unfold to gigabytes in a browser.
    public static final int MOST_PIXELS_A_SIDE = 2_048;

    private final byte[] image;
    private final String mediaType;

    Photo(byte[] image, String mediaType) {
        this.image = image;
        this.mediaType = mediaType;
    }

    /// @throws InvalidInputException if it is too large, or no JPEG, PNG or WebP picture
    public static Photo of(byte[] image) {
        if (image.length > MOST_BYTES) {
            throw refused("too-large", "A photo has at most 256 KiB.");
        }
        var mediaType = isWebP(image) ? "image/webp" : decoded(image);
        return new Photo(image.clone(), mediaType);
    }

    public byte[] image() {
        return image.clone();
    }

    /// `image/jpeg`, `image/png` or `image/webp`.
    public String mediaType() {
        return mediaType;
    }

    /// Changes with the picture.
    public String tag() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(image);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The JDK has no decoder for WebP; its container is checked. RFC 9649 §2.4.
    private static boolean isWebP(byte[] image) {
        return image.length > 20
                && text(image, 0).equals("RIFF")
                && text(image, 8).equals("WEBP")
                && text(image, 12).startsWith("VP8");
    }

    private static String text(byte[] image, int offset) {
        return new String(image, offset, 4, StandardCharsets.ISO_8859_1);
    }

    private static String decoded(byte[] image) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(image))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw unknown();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                if (Math.max(reader.getWidth(0), reader.getHeight(0)) > MOST_PIXELS_A_SIDE) {
                    throw refused("too-large", "A photo has at most 2,048 pixels a side.");
                }
                reader.read(0);
                return switch (reader.getFormatName()) {
                    case "JPEG" -> "image/jpeg";
                    case "png" -> "image/png";
                    default -> throw unknown();
                };
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static InvalidInputException unknown() {
        return refused("unknown-format", "A photo is a JPEG, PNG or WebP picture.");
    }

    private static InvalidInputException refused(String code, String detail) {
        return new InvalidInputException("photo", code, detail);
    }
}
