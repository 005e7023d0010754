package io.dure.engines.objects.bodies.remote;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// A Ceph with an RGW of its own, on loopback; `build/ceph/rgw.sh` says how.
final class TestingCeph {
    private static final String SCRIPT = "../../build/ceph/rgw.sh";
    private static final Path PROGRAM = Path.of("/usr/bin/radosgw");

    private final Process process;
    private final int port;

    private TestingCeph(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// @param folder for all it keeps
    static TestingCeph start(Path folder) throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), PROGRAM + " is not installed");
        var port = freePort();
        var process =
                new ProcessBuilder(SCRIPT, folder.toString(), String.valueOf(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (BufferedReader out = process.inputReader()) {
            if (!"ready".equals(out.readLine())) {
                throw new IOException("the RGW did not start");
            }
        }
        return new TestingCeph(process, port);
    }

    /// The monitor takes the next one.
    private static int freePort() throws IOException {
        try (var one = new ServerSocket(0)) {
            return one.getLocalPort();
        }
    }

    TestingBucket bucket() {
        return new TestingBucket(
                URI.create("http://127.0.0.1:" + port), "DURETESTINGKEY", "duretestingsecret");
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
