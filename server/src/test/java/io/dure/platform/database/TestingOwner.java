package io.dure.platform.database;

import io.dure.platform.tenancy.TenantId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/// Somebody with all rights on the database, who does behind the server's back what the server
/// itself never could.
@TestComponent
public class TestingOwner {
    private final Database database;

    TestingOwner(Database database) {
        this.database = database;
    }

    /// @return how many rows it changed
    public int execute(String sql, Object... values) {
        try (var connection = database.owner();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Lets everybody's proof of who they are grow older than it may be.
    public void ageProofs(TenantId tenant) {
        execute(
                "update identity.session set proved_at = now() - interval '11 minutes'"
                        + " where tenant_id = ?",
                tenant.value());
    }

    /// @return how many rows of a table are an organisation's
    ///
    /// @param table its name, or the name with a condition: `audit.seal where number > 3`
    public long count(String table, TenantId tenant) {
        try (var connection = database.owner();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from (select * from "
                                        + table
                                        + ") as counted where tenant_id = ?")) {
            bind(statement, tenant.value());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @return the id that a statement finds first
    public UUID id(String sql, Object... values) {
        try (var connection = database.owner();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
