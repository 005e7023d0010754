package io.dure.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// A clone with the real launcher and a build of the test's own: `mvnw` is a script.
record TestingClone(Path folder) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static TestingClone in(Path folder, String build) throws IOException {
        var scripts = Files.createDirectories(folder.resolve("build/launcher"));
        Files.copy(Launcher.DURE, folder.resolve("dure"), StandardCopyOption.COPY_ATTRIBUTES);
        try (var real = Files.list(Launcher.DURE.resolveSibling("build/launcher"))) {
            for (var script : real.toList()) {
                Files.copy(script, scripts.resolve(script.getFileName()));
            }
        }
        for (var source : new String[] {"engines", "build/codegen", "server/target"}) {
            Files.createDirectories(folder.resolve(source));
        }
        Files.writeString(folder.resolve("pom.xml"), "<project>\n  <version>1</version>\n");
        Files.writeString(folder.resolve("mvnw"), "#!/bin/sh\n" + build);
        Files.setPosixFilePermissions(
                folder.resolve("mvnw"), PosixFilePermissions.fromString("rwxr-xr-x"));
        return new TestingClone(folder);
    }

    Group up() throws IOException {
        var builder = new ProcessBuilder(Group.command(folder.resolve("dure").toString(), "up"));
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("terminal").toFile());
        return new Group(builder.start());
    }

    /// Waits for a file that the build makes.
    void await(String file) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(folder.resolve(file))) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the build made no " + file);
            }
            Thread.sleep(10);
        }
    }

    String terminal() throws IOException {
        return Files.readString(folder.resolve("terminal"));
    }
}
