package io.dure.engines.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineBackupTests {
    @TempDir Path folder;
    @AutoClose private TestingHome testingHome;
    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        testingHome = TestingHome.in(folder);
        home = testingHome.path();
    }

    @Test
    void holdsAllThatWasCommittedBeforeItEndedWhileOthersWrite() throws Exception {
        var acknowledged = new AtomicLong();
        var stop = new AtomicBoolean();
        long atLeast;
        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            PostgresTests.count(postgres);
            var writer = Thread.ofPlatform().start(() -> writeUntil(stop, postgres, acknowledged));
            while (acknowledged.get() < 200) {
                Thread.onSpinWait();
            }
            atLeast = backup(postgres, acknowledged);
            stop.set(true);
            writer.join();
        }

        restore();

        try (var restored = Postgres.start(PostgresSettings.in(folder.resolve("restored")))) {
            assertThat(PostgresTests.count(restored)).isBetween(atLeast, acknowledged.get() + 1);
        }
    }

    @Test
    void leavesNoReplicationSlotBehind() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(home))) {
            backup(postgres, new AtomicLong());

            try (var connection = postgres.connect("postgres");
                    var rows =
                            connection
                                    .createStatement()
                                    .executeQuery("select count(*) from pg_replication_slots")) {
                rows.next();
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }

    /// @return how many rows were acknowledged before the backup began
    private long backup(Postgres postgres, AtomicLong acknowledged)
            throws SQLException, IOException {
        var before = acknowledged.get();
        try (var connection = postgres.connect("postgres")) {
            OnlineBackup.take(connection, postgres.dataFolder(), folder.resolve("backup/data"));
        }
        return before;
    }

    private void restore() throws IOException {
        var restored = Files.createDirectory(folder.resolve("restored"));
        Files.move(folder.resolve("backup/data"), restored.resolve("data"));
        Files.copy(home.resolve("owner.password"), restored.resolve("owner.password"));
    }

    private static void writeUntil(AtomicBoolean stop, Postgres postgres, AtomicLong done) {
        try {
            while (!stop.get()) {
                PostgresTests.write(postgres, 1);
                done.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
