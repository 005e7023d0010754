package io.dure.bench.objects;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Debian's nginx serving files with sendfile: what this machine can do when nothing but bytes is
/// asked for.
record Nginx(Process process, URI address) implements AutoCloseable {
    static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// @param root whose files it serves
    static Nginx start(Path folder, Path root) throws IOException, InterruptedException {
        var port = freePort();
        var settings = folder.resolve("nginx.conf");
        Files.writeString(settings, settings(folder, root, port));
        var process =
                new ProcessBuilder(
                                List.of(
                                        PROGRAM.toString(),
                                        "-p",
                                        folder.toString(),
                                        "-c",
                                        settings.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile())
                        .start();
        // Where the benchmark is interrupted, nobody closes it.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        waitFor(port);
        return new Nginx(process, URI.create("http://127.0.0.1:" + port));
    }

    private static String settings(Path folder, Path root, int port) {
        return """
        daemon off;
        worker_processes 2;
        pid %1$s/nginx.pid;
        error_log %1$s/error.log;
        %4$s
        events { worker_connections 1024; }
        http {
            access_log off;
            sendfile on;
            tcp_nopush on;
            keepalive_requests 1000000;
            open_file_cache max=1000;
            client_body_temp_path %1$s/tmp;
            proxy_temp_path %1$s/tmp;
            fastcgi_temp_path %1$s/tmp;
            uwsgi_temp_path %1$s/tmp;
            scgi_temp_path %1$s/tmp;
            server { listen 127.0.0.1:%3$d; root %2$s; }
        }
        """
                .formatted(folder, root, port, isRoot() ? "user root;" : "");
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void waitFor(int port) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (ConnectException e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(20);
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
