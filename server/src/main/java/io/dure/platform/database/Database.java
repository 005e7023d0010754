package io.dure.platform.database;

import io.dure.engines.postgres.Postgres;
import io.dure.engines.postgres.PostgresSettings;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that is up, durable, and migrated: the embedded one, or one that the operator runs.
public final class Database implements AutoCloseable {
    static final String OWNER = "dure_owner";
    static final String APPLICATION = "dure_app";

    private final String url;
    private final String ownerPassword;
    private final String password;
    private final @Nullable Postgres embedded;

    private Database(
            String url, String ownerPassword, String password, @Nullable Postgres embedded) {
        this.url = url;
        this.ownerPassword = ownerPassword;
        this.password = password;
        this.embedded = embedded;
    }

    /// Starts or reaches the database, checks that it is durable, and migrates it.
    static Database open(DataFolder folder, DatabaseSettings settings) {
        var url = settings.url();
        var database =
                url == null || url.isBlank()
                        ? embedded(folder)
                        : new Database(url, settings.ownerPassword(), settings.password(), null);
        try (var connection = database.owner()) {
            Durability.check(connection);
            if (database.embedded != null) {
                Roles.create(connection, database.password);
            }
            Migrations.run(database);
            return database;
        } catch (SQLException e) {
            database.close();
            throw new DatabaseUnusableException(
                    "The database cannot be used: " + e.getMessage(), e);
        } catch (FlywayException e) {
            database.close();
            throw new DatabaseUnusableException(
                    "The database cannot be brought to this version: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database embedded(DataFolder folder) {
        var postgres = Postgres.start(PostgresSettings.in(folder.folder("postgres")));
        return new Database(postgres.jdbcUrl("postgres"), postgres.password(), secret(), postgres);
    }

    /// The embedded server's application role gets a new password at every start, so none is ever
    /// stored.
    private static String secret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public String url() {
        return url;
    }

    String ownerPassword() {
        return ownerPassword;
    }

    String password() {
        return password;
    }

    /// @return the embedded server, or null where the operator runs PostgreSQL
    public @Nullable Postgres embedded() {
        return embedded;
    }

    /// A connection that migrates; never used to serve a request.
    Connection owner() throws SQLException {
        return DriverManager.getConnection(url, OWNER, ownerPassword);
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
