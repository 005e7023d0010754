package io.dure.platform.database;

import io.dure.platform.database.Shares.Share;
import io.dure.platform.tenancy.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/// Opens each transaction, where its organisation has not got too many already, by telling
/// PostgreSQL what it may show. Both settings end with the transaction, so a pooled connection
/// never carries a scope to its next user. The JDBC driver sends BEGIN along with the first
/// statement: this costs one round trip.
final class ScopedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;

    private final transient Shares shares;
    private final transient Map<Object, Share> taken = new ConcurrentHashMap<>();

    ScopedTransactions(DataSource dataSource, Shares shares) {
        super(dataSource);
        this.shares = shares;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        var share = shares.take();
        try {
            super.doBegin(transaction, definition);
            taken.put(transaction, share);
        } catch (Throwable e) {
            share.giveBack();
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            Optional.ofNullable(taken.remove(transaction)).ifPresent(Share::giveBack);
        }
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
