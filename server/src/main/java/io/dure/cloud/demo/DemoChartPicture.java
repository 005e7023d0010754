package io.dure.cloud.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Draws columns, without fonts, which differ from machine to machine.
final class DemoChartPicture {
    private static final int HEIGHT = 200;
    private static final int COLUMN = 36;
    private static final int GAP = 12;
    private static final int PAPER = 0xffffff;
    private static final int INK = 0x2f6fde;

    private DemoChartPicture() {}

    static byte[] png(int... percent) {
        var width = GAP + percent.length * (COLUMN + GAP);
        var picture = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < HEIGHT; y++) {
                picture.setRGB(x, y, isInk(x, y, percent) ? INK : PAPER);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static boolean isInk(int x, int y, int... percent) {
        var column = (x - GAP) / (COLUMN + GAP);
        return x >= GAP
                && column < percent.length
                && (x - GAP) % (COLUMN + GAP) < COLUMN
                && HEIGHT - y <= HEIGHT * percent[column] / 100;
    }
}
