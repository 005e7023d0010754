package io.dure.bench.objects;

import io.dure.bench.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Ceph's RGW on one monitor and one OSD, which replicates nothing: the least that it can cost.
///
/// @param bucket in it; empty if it is not installed
record Rgw(Optional<Process> process, Optional<Bucket> bucket) implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/radosgw");

    /// As `build/ceph/rgw.sh` makes its user.
    private static final Key KEY = new Key("DURETESTINGKEY", "duretestingsecret");

    static Rgw start(Run run) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            return new Rgw(Optional.empty(), Optional.empty());
        }
        var port = freePort();
        var process =
                new ProcessBuilder(
                                run.launcher().resolveSibling("build/ceph/rgw.sh").toString(),
                                run.folder().resolve("ceph").toString(),
                                String.valueOf(port))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        // Where the benchmark is interrupted, nobody closes it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (!"ready".equals(process.inputReader().readLine())) {
            throw new IOException("Ceph's RGW did not start.");
        }
        var address = URI.create("http://127.0.0.1:" + port);
        var nowhere = new Bucket(address, KEY, "", InstantSource.system());
        return new Rgw(Optional.of(process), Optional.of(nowhere.beside("bench")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.ifPresent(Rgw::end);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
