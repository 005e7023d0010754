package io.dure.platform.tenancy;

import java.util.Arrays;
import java.util.Optional;

/// The formats of pictures that are taken.
enum PictureFormat {
    PNG("png", "image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}) {
        @Override
        boolean isWhole(byte[] bytes) {
            return PngChunks.areWhole(bytes);
        }
    },
    JPEG("jpeg", "image/jpeg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}) {
        @Override
        boolean isWhole(byte[] bytes) {
            return JpegSegments.areWhole(bytes);
        }
    };

    private final String decoder;
    private final String mediaType;
    private final byte[] beginning;

    PictureFormat(String decoder, String mediaType, byte[] beginning) {
        this.decoder = decoder;
        this.mediaType = mediaType;
        this.beginning = beginning;
    }

    static Optional<PictureFormat> of(byte[] bytes) {
        return Arrays.stream(values()).filter(format -> format.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return bytes.length > beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    /// Whether the picture reaches from the first byte to the last: nothing is missing, and nothing
    /// else hides behind it.
    abstract boolean isWhole(byte[] bytes);

    /// What the JDK calls it.
    String decoder() {
        return decoder;
    }

    String mediaType() {
        return mediaType;
    }
}
