package io.dure.bench.objects;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// The naive store: one writer that creates a file, writes it and fsyncs it, and then the next.
final class NaiveFiles {
    private NaiveFiles() {}

    /// @return files a second
    static double perSecond(Path folder, byte[] body, Duration time) throws IOException {
        Files.createDirectories(folder);
        var start = System.nanoTime();
        var end = start + time.toNanos();
        var files = 0;
        while (System.nanoTime() < end) {
            var path = folder.resolve(String.valueOf(files++));
            try (var file =
                    FileChannel.open(
                            path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(body));
                file.force(true);
            }
        }
        return files * 1e9 / (System.nanoTime() - start);
    }
}
