package io.dure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server started as `./dure up` does it, on free ports.
///
/// @param startMillis from the command to `/readyz` answering 200
public record RunningServer(Process process, URI http, URI s3, Path output, long startMillis)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int OK = 200;

    /// Starts a server and waits until it is ready.
    ///
    /// @param options more words for `up`, such as `--demo`
    /// @throws IOException if it ends or is not ready in ten minutes
    public static RunningServer start(Path launcher, Path data, String... options)
            throws IOException, InterruptedException {
        return start(launcher, data, Map.of(), options);
    }

    /// @param settings that it finds in its environment
    public static RunningServer start(
            Path launcher, Path data, Map<String, String> settings, String... options)
            throws IOException, InterruptedException {
        var port = freePort();
        var s3Port = freePort();
        var output = Files.createTempFile("dure-bench", ".log");
        var words =
                new ArrayList<>(
                        List.of(
                                launcher.toString(),
                                "up",
                                "--data",
                                data.toString(),
                                "--port",
                                String.valueOf(port),
                                "--s3-port",
                                String.valueOf(s3Port)));
        words.addAll(List.of(options));
        var begin = System.nanoTime();
        var builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        var process = builder.start();
        var http = URI.create("http://127.0.0.1:" + port);
        waitUntilReady(process, http, output);
        var millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        return new RunningServer(
                process, http, URI.create("http://127.0.0.1:" + s3Port), output, millis);
    }

    private static void waitUntilReady(Process process, URI http, Path output)
            throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, http)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("the server did not start: " + Files.readString(output));
                }
                Thread.sleep(10);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI http) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(http.resolve("/readyz")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    /// @return proportional set size of the server and all its children (PostgreSQL's processes),
    ///   in bytes
    public long proportionalBytes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(RunningServer::proportionalBytes)
                .sum();
    }

    private static long proportionalBytes(ProcessHandle process) {
        var file = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .sum();
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Files.deleteIfExists(output);
    }
}
