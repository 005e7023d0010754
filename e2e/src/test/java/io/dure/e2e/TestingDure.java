package io.dure.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A server that `./dure up` started, on free ports and a data folder of the test.
final class TestingDure implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern FIRST_LINK = Pattern.compile("/start\\?token=\\S+");

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;
    private final int s3Port;

    private TestingDure(Process process, Path data, Path log, int port, int s3Port) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.port = port;
        this.s3Port = s3Port;
    }

    /// Starts a server and waits until it is ready.
    ///
    /// @param data its folder
    /// @param options more words for `up`
    static TestingDure up(Path data, String... options) throws IOException, InterruptedException {
        var dure = launch(Launcher.DURE, data, options);
        dure.awaitReady();
        return dure;
    }

    /// Starts a server as a terminal does, and waits until it is ready.
    static TestingDure interruptible(Path data) throws IOException, InterruptedException {
        var dure = launch(Group.command(Launcher.DURE.toString()), data);
        dure.awaitReady();
        return dure;
    }

    /// Starts a server without waiting.
    ///
    /// @param launcher of this release or of another
    static TestingDure launch(Path launcher, Path data, String... options) throws IOException {
        return launch(List.of(launcher.toString()), data, options);
    }

    /// @param command the launcher, perhaps with words in front
    static TestingDure launch(List<String> command, Path data, String... options)
            throws IOException {
        var words = new ArrayList<>(command);
        words.add("up");
        return launchBare(words, data, options);
    }

    /// @param command the server's program, without the launcher
    static TestingDure launchBare(List<String> command, Path data, String... options)
            throws IOException {
        var port = freePort();
        var s3Port = freePort();
        var log = Files.createTempFile("dure-e2e", ".log");
        var words = new ArrayList<>(command);
        words.addAll(List.of("--data", data.toString()));
        words.addAll(List.of("--port", String.valueOf(port), "--s3-port", String.valueOf(s3Port)));
        words.addAll(List.of(options));
        var process = Launcher.process(words).redirectOutput(log.toFile()).start();
        return new TestingDure(process, data, log, port, s3Port);
    }

    void awaitReady() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (status("/readyz") != 200 || !output().contains("Dure is ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("the server did not start: " + output());
            }
            Thread.sleep(50);
        }
    }

    /// @return the status a page answers, 0 if nothing listens
    int status(String path) throws InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address() + path)).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    String s3Address() {
        return "http://localhost:" + s3Port;
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    ProcessHandle process() {
        return process.toHandle();
    }

    Group group() {
        return new Group(process);
    }

    /// What the terminal shows.
    String output() throws IOException {
        return Files.readString(log);
    }

    /// @return the path of the link that makes the first operator
    String firstLink() throws IOException {
        var link = FIRST_LINK.matcher(output());
        if (!link.find()) {
            throw new IOException("no link in: " + output());
        }
        return link.group();
    }

    /// Changes what the server has written down, as only time could.
    void execute(String statement) throws IOException, SQLException {
        var postgres = data.resolve("postgres");
        var port = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3);
        var password = Files.readString(postgres.resolve("owner.password")).strip();
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                                "dure_owner",
                                password);
                var sql = connection.createStatement()) {
            sql.execute("set role dure_system");
            sql.execute(statement);
        }
    }

    /// As `kill -9` does.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// As SIGTERM does.
    ///
    /// @return the exit code
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return process.waitFor();
    }

    /// Waits until it has ended by itself.
    ///
    /// @return the exit code
    int awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IOException("the server goes on: " + output());
        }
        return process.exitValue();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Files.deleteIfExists(log);
    }
}
