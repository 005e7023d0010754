package io.dure.platform.tenancy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Pictures, as an ordinary program writes them.
public final class TestingPictures {
    private TestingPictures() {}

    public static byte[] png(int width, int height) {
        return write(width, height, "png");
    }

    static byte[] jpeg(int width, int height) {
        return write(width, height, "jpeg");
    }

    static byte[] gif(int width, int height) {
        return write(width, height, "gif");
    }

    private static byte[] write(int width, int height, String format) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            picture.setRGB(x, x % height, 0x3366ff * x);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
