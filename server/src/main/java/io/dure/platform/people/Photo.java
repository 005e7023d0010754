package io.dure.platform.people;

import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Picture;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A person's picture.
public final class Photo {
    /// Enough for a face at twice any size we show.
    public static final int MOST_BYTES = 256 * 1024;

    private final byte[] image;
    private final String mediaType;

    Photo(byte[] image, String mediaType) {
        this.image = image;
        this.mediaType = mediaType;
    }

    /// @throws InvalidInputException if it is no whole [Picture], or too large
    public static Photo of(byte[] image) {
        var picture = Picture.of("photo", image, MOST_BYTES);
        return new Photo(picture.bytes(), picture.mediaType());
    }

    public byte[] image() {
        return image.clone();
    }

    /// `image/jpeg` or `image/png`.
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
}
