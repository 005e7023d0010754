package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that runs a server, so that a test can kill it.
record TestingParent(Process process) implements AutoCloseable {
    static TestingParent start(Path home, String... prefix) throws IOException {
        var command = new ArrayList<>(List.of(prefix));
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TestingParent.class.getName(),
                        home.toString()));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var line = process.inputReader().readLine();
        if (!"started".equals(line)) {
            throw new IOException("no server: " + line);
        }
        return new TestingParent(process);
    }

    public static void main(String[] arguments) throws InterruptedException {
        Postgres.start(PostgresSettings.in(Path.of(arguments[0])));
        System.out.println("started");
        Thread.sleep(Long.MAX_VALUE);
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
