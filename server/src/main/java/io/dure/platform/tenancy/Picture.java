package io.dure.platform.tenancy;

import io.dure.platform.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A picture that somebody sent, and that others' browsers will open: decoded here to its last
/// pixel, within bounds, and with nothing behind it. What it is, its bytes say, never who sent it.
/// Formats that this server cannot decode are refused, and SVG, which can carry scripts.
public final class Picture {
    /// A picture of few bytes can still unfold to gigabytes.
    public static final int MOST_PIXELS_A_SIDE = 2_048;

    /// A decoded picture has 32 MiB at most; so many are decoded at a time.
    private static final int DECODED_AT_ONCE = 2;

    private static final Semaphore DECODERS = new Semaphore(DECODED_AT_ONCE);

    private final byte[] bytes;
    private final String mediaType;

    private Picture(byte[] bytes, String mediaType) {
        this.bytes = bytes;
        this.mediaType = mediaType;
    }

    /// @param field that it came in
    /// @param mostBytes that it may have
    /// @throws InvalidInputException if it is too large, no PNG or JPEG, or not whole
    public static Picture of(String field, byte[] bytes, int mostBytes) {
        if (bytes.length > mostBytes) {
            throw new InvalidInputException(
                    field, "too-large", "A picture has at most " + mostBytes / 1024 + " KiB.");
        }
        var format = PictureFormat.of(bytes);
        if (format.isEmpty()) {
            throw new InvalidInputException(
                    field, "unknown-format", "It is neither a PNG nor a JPEG picture.");
        }
        if (!format.get().isWhole(bytes)) {
            throw broken(field);
        }
        decode(field, format.get(), bytes);
        return new Picture(bytes.clone(), format.get().mediaType());
    }

    private static void decode(String field, PictureFormat format, byte[] bytes) {
        DECODERS.acquireUninterruptibly();
        var reader = ImageIO.getImageReadersByFormatName(format.decoder()).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            requireSmall(field, reader);
            var warnings = new Warnings();
            reader.addIIOReadWarningListener(warnings);
            reader.read(0);
            if (warnings.any()) {
                throw broken(field);
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw broken(field);
        } finally {
            reader.dispose();
            DECODERS.release();
        }
    }

    private static void requireSmall(String field, ImageReader reader) throws IOException {
        if (Math.max(reader.getWidth(0), reader.getHeight(0)) > MOST_PIXELS_A_SIDE) {
            throw new InvalidInputException(
                    field, "too-large", "A picture has at most 2,048 pixels a side.");
        }
    }

    private static InvalidInputException broken(String field) {
        return new InvalidInputException(
                field,
                "broken-picture",
                "The picture is cut short, damaged, or something else too.");
    }

    /// Decoders make the best of damaged pictures, and say so.
    private static final class Warnings implements javax.imageio.event.IIOReadWarningListener {
        private boolean any;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            any = true;
        }

        boolean any() {
            return any;
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// `image/png` or `image/jpeg`.
    public String mediaType() {
        return mediaType;
    }
}
