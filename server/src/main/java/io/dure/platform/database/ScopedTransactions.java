package io.dure.platform.database;

import io.dure.platform.tenancy.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Opens each transaction by telling PostgreSQL what it may show. Both settings end with the
/// transaction, so a pooled connection never carries a scope to its next user. The JDBC driver
/// sends BEGIN along with the first statement: this costs one round trip.
final class ScopedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(
            Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        switch (Scope.current()) {
            case Scope.Tenant(var id) -> {
                try (var statement =
                        connection.prepareStatement("select set_config('dure.tenant', ?, true)")) {
                    statement.setString(1, id.toString());
                    statement.execute();
                }
            }
            case Scope.Everyone _ -> {
                try (var statement = connection.createStatement()) {
                    statement.execute("set local role dure_system");
                }
            }
            case Scope.Nobody _ -> {}
        }
    }
}
