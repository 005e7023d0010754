package io.dure.engines.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A PostgreSQL server that lives and dies with this process: on its own folder, listening on
/// 127.0.0.1 only, with a password. When this process ends in whatever way, the server sees its
/// standard input end and shuts down cleanly.
public final class Postgres implements AutoCloseable {
    static final String USER = "dure_owner";

    /// Recovery after a crash replays at most some gigabytes of WAL.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    /// The SQLSTATE `invalid_password`. PostgreSQL 18, appendix A.
    private static final String WRONG_PASSWORD = "28P01";

    private final HomeLock lock;
    private final Cluster cluster;
    private final int port;
    private final String password;
    private final Process process;
    private volatile boolean asked;

    private Postgres(HomeLock lock, Cluster cluster, int port, String password, Process process) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /// Starts a server and returns when it answers. The first start in a folder initialises it; a
    /// server that a killed process left behind is ended first, one whose parent lives is not.
    ///
    /// @throws PostgresException with a sentence for whoever starts it
    public static Postgres start(PostgresSettings settings) {
        try {
            return start(settings, HomeLock.take(settings.home()));
        } catch (IOException e) {
            throw new PostgresException("PostgreSQL cannot start: " + e.getMessage() + ".", e);
        }
    }

    private static Postgres start(PostgresSettings settings, HomeLock lock) throws IOException {
        try {
            var cluster = Cluster.prepare(settings.home());
            LeftOver.clear(cluster.data());
            return launch(lock, cluster, settings);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Starts again where a first try fails: just after a crash, dying children still hold shared
    /// memory, and a free port may be taken before PostgreSQL gets it.
    private static Postgres launch(HomeLock lock, Cluster cluster, PostgresSettings settings)
            throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var password = OwnerPassword.read(settings.home());
        while (System.nanoTime() < deadline) {
            var log = ServerLog.open(settings.home());
            var port = settings.port() == 0 ? freePort() : settings.port();
            cluster.configure(settings, port);
            var postgres = new Postgres(lock, cluster, port, password, cluster.launch(log));
            if (postgres.comesUp(deadline)) {
                return postgres;
            }
            postgres.stop();
            requireHope(log, settings);
            pause(Duration.ofMillis(300));
        }
        throw new PostgresException(
                "PostgreSQL did not start in " + PATIENCE.toMinutes() + " minutes.");
    }

    private static void requireHope(ServerLog log, PostgresSettings settings) throws IOException {
        var reason = log.reason();
        var portTaken =
                reason.filter(text -> text.contains("TCP/IP sockets")).isPresent()
                        && settings.port() == 0;
        if (reason.isPresent() && !portTaken) {
            throw new PostgresException(
                    "PostgreSQL did not start ("
                            + reason.get()
                            + "); its log is "
                            + log.file()
                            + ".");
        }
    }

    private boolean comesUp(long deadline) {
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (answers()) {
                return true;
            }
            pause(Duration.ofMillis(20));
        }
        return false;
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
        var properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    /// Says so, in a thread of its own, should the server end by itself: killed, or because it can
    /// go on no longer. Where this is closed first, nothing is said.
    ///
    /// @param then gets where the server's last words are
    public void whenItEnds(Consumer<Path> then) {
        Thread.ofPlatform()
                .daemon()
                .name("postgres-end")
                .start(() -> {
                    var _ = process.onExit().join();
                    if (!asked) {
                        then.accept(ServerLog.in(cluster.home()));
                    }
                });
    }

    /// @return the watchdog's process, whose child is the server
    ProcessHandle process() {
        return process.toHandle();
    }

    /// Shuts down cleanly: open transactions are rolled back, everything committed is on disk.
    @Override
    public void close() {
        stop();
        lock.close();
    }

    private void stop() {
        asked = true;
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
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                stop();
                throw new PostgresException(
                        "PostgreSQL takes another password than the one in "
                                + OwnerPassword.file(cluster.home())
                                + ".");
            }
            return false;
        }
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
}
