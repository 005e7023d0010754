package io.dure.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// A server whose fsyncs fail as told, by libfiu. Its PostgreSQL, which does not run with that
/// library, is left alone: after a failed fsync it stops by itself and recovers.
record FailingDisk(Path controls, Path programs) {
    private static final Path FIU = Path.of("/usr/bin/fiu-run");

    private static final List<String> CALLS =
            List.of("posix/io/sync/fsync", "posix/io/sync/fdatasync");

    /// Those by which the server starts PostgreSQL.
    private static final List<String> STARTERS = List.of("setsid", "setpriv", "unshare");

    /// Not by the launcher: each program that it becomes would want the same control files.
    private static final Path JAR = Launcher.DURE.resolveSibling("target/app/dure.jar");

    static FailingDisk in(Path folder) throws IOException {
        assumeTrue(Files.isExecutable(FIU), FIU + " is not installed");
        var programs = Files.createDirectory(folder.resolve("programs"));
        for (var starter : STARTERS) {
            var program =
                    Files.writeString(
                            programs.resolve(starter),
                            "#!/bin/sh\nunset LD_PRELOAD FIU_ENABLE FIU_CTRL_FIFO\n"
                                    + "PATH=${PATH#*:} exec "
                                    + starter
                                    + " \"$@\"\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return new FailingDisk(folder.resolve("fiu"), programs);
    }

    /// Starts a server that can be told later.
    ///
    /// @param data where a server was before
    TestingDure up(Path data) throws IOException, InterruptedException {
        return up(data, List.of());
    }

    /// Starts a server in which each fsync fails with some probability.
    ///
    /// @param data where a server was before
    /// @param probability such as 0.01
    TestingDure upFailing(Path data, double probability) throws IOException, InterruptedException {
        var options = new ArrayList<String>();
        for (var call : CALLS) {
            options.add("-c");
            options.add("enable_random name=" + call + ",probability=" + probability);
        }
        return up(data, options);
    }

    private TestingDure up(Path data, List<String> options)
            throws IOException, InterruptedException {
        var path = "PATH=" + programs + ":" + System.getenv("PATH");
        var command =
                new ArrayList<>(
                        List.of("env", path, FIU.toString(), "-x", "-f", controls.toString()));
        command.addAll(options);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        // The JDK's own helper for starting programs stumbles over libfiu.
                        "-Djdk.lang.Process.launchMechanism=FORK",
                        "-jar",
                        JAR.toString()));
        var dure = TestingDure.launchBare(command, data);
        dure.awaitReady();
        return dure;
    }

    /// From now on every fsync of the server itself fails.
    void failAll(TestingDure dure) throws IOException, InterruptedException {
        tell(dure, "enable name=%s");
    }

    /// Its next fsync of either sort fails, and no other.
    void failOnce(TestingDure dure) throws IOException, InterruptedException {
        tell(dure, "enable name=%s,onetime");
    }

    void failNone(TestingDure dure) throws IOException, InterruptedException {
        tell(dure, "disable name=%s");
    }

    private void tell(TestingDure dure, String what) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("fiu-ctrl", "-f", controls.toString()));
        for (var call : CALLS) {
            command.add("-c");
            command.add(what.formatted(call));
        }
        command.add(String.valueOf(dure.process().pid()));
        var told = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (told != 0) {
            throw new IOException("libfiu cannot be told");
        }
    }
}
