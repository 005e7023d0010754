package io.dure.cloud.demo;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// A file of a demonstration.
///
/// @param key with its folders
/// @param content real, and small
record DemoFile(String key, String mediaType, Supplier<byte[]> content) {
    static DemoFile text(String key, String text) {
        return new DemoFile(key, "text/plain; charset=utf-8", () -> utf8(text));
    }

    static DemoFile csv(String key, String text) {
        return new DemoFile(key, "text/csv; charset=utf-8", () -> utf8(text));
    }

    /// A picture of columns.
    ///
    /// @param percent how high each is
    static DemoFile chart(String key, int... percent) {
        return new DemoFile(key, "image/png", () -> DemoChartPicture.png(percent));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
