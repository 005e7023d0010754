package io.dure.platform.tenancy;

import io.dure.platform.problem.InvalidInputException;

/// An organisation's picture.
public final class Logo {
    /// Enough for a logo at twice any size we show, small enough for the database.
    public static final int MAX_BYTES = 256 * 1024;

    private final byte[] image;
    private final String mediaType;

    Logo(byte[] image, String mediaType) {
        this.image = image;
        this.mediaType = mediaType;
    }

    /// @throws InvalidInputException if it is no whole [Picture], or too large
    public static Logo of(byte[] image) {
        var picture = Picture.of("logo", image, MAX_BYTES);
        return new Logo(picture.bytes(), picture.mediaType());
    }

    public byte[] image() {
        return image.clone();
    }

    /// `image/png` or `image/jpeg`.
    public String mediaType() {
        return mediaType;
    }
}
