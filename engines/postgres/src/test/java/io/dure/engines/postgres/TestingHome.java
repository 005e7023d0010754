package io.dure.engines.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A home that shares the unpacked programs with others, which would take each test a second or
/// two.
record TestingHome(Path path) implements AutoCloseable {
    private static final Path BINARIES =
            Binaries.unpack(Path.of("target", "postgres").toAbsolutePath());

    static TestingHome in(Path folder) throws IOException {
        var home = Files.createDirectories(folder.resolve("pg"));
        Files.createSymbolicLink(link(home), BINARIES);
        return new TestingHome(home);
    }

    private static Path link(Path home) {
        return home.resolve(BINARIES.getFileName().toString());
    }

    @Override
    public void close() throws IOException {
        Files.delete(link(path));
    }
}
