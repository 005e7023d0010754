package io.dure.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.postgres.Postgres;
import io.dure.engines.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/// A PostgreSQL that somebody else runs, prepared as docs/operating/postgres.md says.
@Tag("server")
class ExternalPostgresTests {
    private static final String OWNER_PASSWORD = "of the owner";
    private static final String PASSWORD = "of the application";

    @TempDir Path folder;

    @Test
    void isMigratedByItsOwnerAndServesWithoutRowsOutsideAScope() throws Exception {
        try (var postgres = Postgres.start(PostgresSettings.in(folder.resolve("postgres")))) {
            prepare(postgres);

            try (var database = open(postgres);
                    var application =
                            DriverManager.getConnection(
                                    database.url(), Database.APPLICATION, PASSWORD);
                    var statement = application.createStatement();
                    var rows =
                            statement.executeQuery("select count(*) from tenancy.organisation")) {
                rows.next();
                assertThat(database.embedded()).isNull();
                assertThat(rows.getLong(1)).isZero();
            }
        }
    }

    @Test
    void isRefusedIfItWouldLoseData() throws Exception {
        try (var postgres =
                Postgres.start(PostgresSettings.throwAway(folder.resolve("postgres")))) {
            prepare(postgres);

            assertThatThrownBy(() -> open(postgres))
                    .isInstanceOf(DatabaseUnusableException.class)
                    .hasMessageContaining("fsync");
        }
    }

    private Database open(Postgres postgres) throws IOException {
        try (var data = DataFolder.open(folder.resolve("data"))) {
            return Database.open(
                    data,
                    new DatabaseSettings(postgres.jdbcUrl("dure"), PASSWORD, OWNER_PASSWORD, 4));
        }
    }

    /// Our engine names its superuser as Dure's owner role is named, which elsewhere is none; so
    /// the superuser gets another name first.
    private static void prepare(Postgres postgres) throws SQLException, IOException {
        run(postgres, "postgres", List.of("create role admin superuser login password 'admin'"));
        try (var admin =
                        DriverManager.getConnection(
                                postgres.jdbcUrl("postgres"), "admin", "admin");
                var statement = admin.createStatement()) {
            statement.execute("alter role dure_owner rename to postgres");
            statement.execute("create database dure");
        }
        try (var admin = DriverManager.getConnection(postgres.jdbcUrl("dure"), "admin", "admin");
                var statement = admin.createStatement()) {
            statement.execute(
                    new ClassPathResource("db/roles.sql")
                            .getContentAsString(StandardCharsets.UTF_8));
            statement.execute("alter role dure_owner password '" + OWNER_PASSWORD + "'");
            statement.execute("alter role dure_app password '" + PASSWORD + "'");
            statement.execute("grant create on database dure to dure_owner");
            statement.execute("grant create on schema public to dure_owner");
        }
    }

    private static void run(Postgres postgres, String database, List<String> statements)
            throws SQLException {
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
