package io.dure.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTests {
    @TempDir Path folder;
    @AutoClose private TestingHome testingHome;
    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        testingHome = TestingHome.in(folder);
        home = testingHome.path();
    }

    @Test
    void isDurableFromTheFirstStart() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(home));
                var connection = postgres.connect("postgres")) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(connection, "full_page_writes")).isEqualTo("on");
            assertThat(setting(connection, "data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void listensOnLoopbackOnlyAndAsksForThePassword() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(home));
                var connection = postgres.connect("postgres")) {
            assertThat(setting(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(
                                    postgres.jdbcUrl("postgres"), postgres.user(), "guessed"))
                    .isInstanceOf(SQLException.class);
            assertThat(Files.getPosixFilePermissions(home.resolve("owner.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void keepsDataOverARestart() throws Exception {
        var settings = PostgresSettings.in(home);
        try (var postgres = Postgres.start(settings)) {
            write(postgres, 1);
        }

        try (var postgres = Postgres.start(settings)) {
            assertThat(count(postgres)).isEqualTo(1);
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws Exception {
        var postgres = Postgres.start(PostgresSettings.in(home));
        var server = serverOf(home).orElseThrow();

        postgres.close();

        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void endsByItselfWhenItsParentIsKilled() throws Exception {
        try (var parent = TestingParent.start(home)) {
            var server = serverOf(home).orElseThrow();

            parent.kill();

            assertThat(endsWithin(server, Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void aServerWhoseParentAndWatchdogWereKilledIsEndedByTheNextStart() throws Exception {
        try (var parent = TestingParent.start(home)) {
            var orphan = serverOf(home).orElseThrow();
            killWatchdogs(orphan);
            parent.kill();
            assertThat(orphan.isAlive()).isTrue();

            try (var postgres = Postgres.start(PostgresSettings.in(home))) {
                assertThat(endsWithin(orphan, Duration.ofSeconds(20))).isTrue();
                assertThat(count(postgres)).isZero();
            }
        }
    }

    @Test
    void anOrphanThatWasStartedByAnotherPathIsEndedAsWell() throws Exception {
        try (var parent = TestingParent.start(home)) {
            var orphan = serverOf(home).orElseThrow();
            killWatchdogs(orphan);
            parent.kill();
            var link = Files.createSymbolicLink(folder.resolve("link"), home);

            try (var postgres = Postgres.start(PostgresSettings.in(link))) {
                assertThat(endsWithin(orphan, Duration.ofSeconds(20))).isTrue();
                assertThat(count(postgres)).isZero();
            }
        }
    }

    @Test
    void saysAtOnceThatItsPasswordIsNotTheClusters() throws Exception {
        Postgres.start(PostgresSettings.in(home)).close();
        Files.writeString(home.resolve("owner.password"), "another\n");
        var since = System.nanoTime();

        assertThatThrownBy(() -> Postgres.start(PostgresSettings.in(home)))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("takes another password than the one in " + home);

        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofMinutes(1));
        assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void refusesAFolderThatAnotherServes() throws Exception {
        try (var parent = TestingParent.start(home)) {
            assertThatThrownBy(() -> Postgres.start(PostgresSettings.in(home)))
                    .isInstanceOf(PostgresException.class)
                    .hasMessageContaining("somebody else started serves " + home);

            assertThat(parent.process().isAlive()).isTrue();
            assertThat(serverOf(home).orElseThrow().isAlive()).isTrue();
        }
    }

    @Test
    void aLeftOverThatEndsByItselfMeanwhileIsNoError() throws Exception {
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThatCode(() -> new LeftOver(ended.toHandle()).end()).doesNotThrowAnyException();
    }

    @Test
    void whatWasCommittedSurvivesKillingEverything() throws Exception {
        killEverything();

        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            assertThat(count(postgres)).isEqualTo(100);
        }
    }

    /// After a power cut the machine counts its processes anew.
    @Test
    void anotherProgramWithTheNumberOfAKilledServerIsLeftAlone() throws Exception {
        killEverything();

        startBeside("tail", "-f", home.resolve("postgres.log").toString());
    }

    @Test
    void anotherProgramThatWorksOnTheDataIsLeftAloneToo() throws Exception {
        killEverything();

        startBeside("sh", "-c", "sleep 100; :", "backup", home.resolve("data").toString());
    }

    private void startBeside(String... command) throws Exception {
        var other =
                new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            nameHolder(other.pid());

            try (var postgres = Postgres.start(PostgresSettings.in(home))) {
                assertThat(count(postgres)).isEqualTo(100);
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.descendants().forEach(ProcessHandle::destroyForcibly);
            other.destroyForcibly();
        }
    }

    @Test
    void aDeadServerThatNobodyHasBuriedIsGone() throws Exception {
        killEverything();
        // The shell becomes a program that does not ask what became of its child.
        var parent = new ProcessBuilder("sh", "-c", "sleep 0.5 & echo $!; exec sleep 60").start();
        try (var output = parent.inputReader()) {
            nameHolder(Long.parseLong(output.readLine()));
            Thread.sleep(1_000);

            try (var postgres = Postgres.start(PostgresSettings.in(home))) {
                assertThat(count(postgres)).isEqualTo(100);
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void anEmptyLockFileIsNobodys() throws Exception {
        killEverything();
        Files.writeString(home.resolve("data/postmaster.pid"), "");

        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            assertThat(count(postgres)).isEqualTo(100);
        }
    }

    @Test
    void aLockFileThatIsNoTextIsNobodys() throws Exception {
        killEverything();
        Files.write(home.resolve("data/postmaster.pid"), new byte[] {(byte) 0xC3, '(', '\n'});

        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            assertThat(count(postgres)).isEqualTo(100);
        }
    }

    @Test
    void whoWorksOnTheDataWithoutAServerIsNotDisturbed() throws Exception {
        Postgres.start(PostgresSettings.in(home)).close();
        var single = single();
        try {
            assertThatThrownBy(() -> Postgres.start(PostgresSettings.in(home)))
                    .isInstanceOf(PostgresException.class)
                    .hasMessage(
                            "Somebody runs postgres --single on %s, as process %d.",
                            home.resolve("data"), single.pid());
            assertThat(single.isAlive()).isTrue();
        } finally {
            single.destroyForcibly();
        }
    }

    @Test
    void whatSomebodyLeftWhoWorkedOnTheDataIsTakenAway() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            write(postgres, 100);
        }
        single().destroyForcibly().waitFor();
        assertThat(home.resolve("data/postmaster.pid")).content().startsWith("-");

        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            assertThat(count(postgres)).isEqualTo(100);
        }
    }

    /// As somebody would by hand, who repairs a table say.
    private Process single() throws IOException {
        var cluster = Cluster.prepare(home);
        var program = cluster.binaries().resolve("bin/postgres").toString();
        var data = cluster.data().toString();
        var command = cluster.user().command(List.of(program, "--single", "-D", data, "postgres"));
        var single = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new StringBuilder();
        while (!said.toString().endsWith("backend> ")) {
            var letter = single.getInputStream().read();
            assertThat(letter).as("%s", said).isNotNegative();
            said.append((char) letter);
        }
        return single;
    }

    private void killEverything() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            write(postgres, 100);
            serverOf(home).orElseThrow().destroyForcibly();
        }
    }

    /// Lets the lock file that the killed server left name another process.
    private void nameHolder(long pid) throws IOException {
        var lock = home.resolve("data/postmaster.pid");
        var lines = Files.readAllLines(lock);
        lines.set(0, String.valueOf(pid));
        Files.write(lock, lines);
    }

    @Test
    void anInterruptedInitialisationBeginsAnew() throws Exception {
        Files.createDirectories(home.resolve("data.new/base"));
        Files.writeString(home.resolve("data.new/PG_VERSION"), "18\n");

        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            assertThat(count(postgres)).isZero();
        }
    }

    @Test
    void saysWhyItCannotStart() {
        var settings = new PostgresSettings(home, 0, Map.of("shared_preload_libraries", "missing"));

        assertThatThrownBy(() -> Postgres.start(settings))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("could not access file \"missing\"");
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        var data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("PG_VERSION"), "17\n");

        assertThatThrownBy(() -> Postgres.start(PostgresSettings.in(home)))
                .isInstanceOf(PostgresException.class)
                .hasMessageContaining("was written by PostgreSQL 17");
    }

    static void write(Postgres postgres, int rows) throws SQLException {
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (id int)");
            statement.execute("insert into kept select generate_series(1, " + rows + ")");
        }
    }

    static long count(Postgres postgres) throws SQLException {
        try (var connection = postgres.connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (id int)");
            try (var rows = statement.executeQuery("select count(*) from kept")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select current_setting('" + name + "')")) {
            rows.next();
            return rows.getString(1);
        }
    }

    static Optional<ProcessHandle> serverOf(Path home) throws IOException {
        var lines = Files.readAllLines(home.resolve("data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    static void killWatchdogs(ProcessHandle server) {
        var watchdog = server.parent().orElseThrow();
        watchdog.children()
                .filter(child -> !child.equals(server))
                .forEach(ProcessHandle::destroyForcibly);
        watchdog.destroyForcibly();
    }

    static boolean endsWithin(ProcessHandle server, Duration time) {
        var deadline = System.nanoTime() + time.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            Postgres.pause(Duration.ofMillis(20));
        }
        return !server.isAlive();
    }
}
