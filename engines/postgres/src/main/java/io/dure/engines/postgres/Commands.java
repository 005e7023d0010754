package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Programs that are run to their end.
final class Commands {
    private Commands() {}

    /// @throws IOException with what the program said, if it failed
    static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while PostgreSQL was starting.", e);
        }
    }
}
