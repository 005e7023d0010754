package io.dure.cloud.storage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file that names what did not come back, a line each: there may be more than fits in memory.
final class RecoveryReport implements AutoCloseable {
    private final PrintWriter lines;

    /// @param path is written anew
    RecoveryReport(Path path) throws IOException {
        this.lines = new PrintWriter(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
    }

    void line(String text) {
        lines.println(text);
    }

    @Override
    public void close() {
        lines.close();
    }
}
