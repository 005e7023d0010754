package io.dure.engines.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL server that lives and dies with this process: on its own folder, listening on
/// 127.0.0.1 only, with a password. When this process ends in whatever way, the server sees its
/// standard input end and shuts down cleanly.
public final class Postgres implements AutoCloseable {
    private static final String USER = "dure_owner";

    /// Recovery after a crash replays at most some gigabytes of WAL.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final int port;
    private final String password;
    private final Process process;

    private Postgres(Cluster cluster, int port, String password, Process process) {
        this.cluster = cluster;
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /// Starts a server and returns when it answers. The first start in a folder initialises it.
    ///
    /// @throws PostgresException with a sentence for whoever starts it
    public static Postgres start(PostgresSettings settings) {
        try {
            var cluster = Cluster.prepare(settings.home());
            var port = settings.port() == 0 ? freePort() : settings.port();
            cluster.configure(port, settings.overrides());
            cluster.endLeftOver();
            return launch(cluster, port, password(settings.home()));
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL cannot start: " + e.getMessage() + ".", e);
        }
    }

    /// Starts again where a first try fails: just after a crash, dying children still hold shared
    /// memory.
    private static Postgres launch(Cluster cluster, int port, String password) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var process = cluster.launch();
            var postgres = new Postgres(cluster, port, password, process);
            while (process.isAlive() && System.nanoTime() < deadline) {
                if (postgres.answers()) {
                    return postgres;
                }
                pause(Duration.ofMillis(20));
            }
            if (cluster.hasFatalLog()) {
                break;
            }
            pause(Duration.ofMillis(300));
        }
        throw new PostgresException("PostgreSQL did not start; its log is " + cluster.log() + ".");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// @return the superuser who owns the cluster
    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// @return PostgreSQL's own data directory
    public Path dataFolder() {
        return cluster.data();
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /// Shuts down cleanly: open transactions are rolled back, everything committed is on disk.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }

    private boolean answers() {
        try (var connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /// The owner's password, made at the first start and readable by this user alone.
    private static String password(Path home) throws IOException {
        return Files.readString(home.resolve("owner.password")).strip();
    }

    static void createPassword(Path file) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while PostgreSQL was starting.", e);
        }
    }

    static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresException("Interrupted while PostgreSQL was starting.", e);
        }
    }
}
