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

    /// Has inserts end as those of one who lost a deadlock, until it is closed.
    ///
    /// @param when which rows, such as `new.name = '김민수'`
    public Deadlocks deadlocks(String table, TenantId tenant, String when) {
        execute(
                """
                create function people.lose() returns trigger language plpgsql as
                $$ begin raise exception 'deadlock detected' using errcode = '40P01'; end $$
                """);
        execute(
                "create trigger lose before insert on %s for each row when (new.tenant_id = '%s' and %s) execute function people.lose()"
                        .formatted(table, tenant.value(), when));
        return () -> execute("drop function people.lose cascade");
    }

    /// Open while inserts fail.
    public interface Deadlocks extends AutoCloseable {
        @Override
        void close();
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
