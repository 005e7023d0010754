package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.NotDurableException;
import io.dure.engines.objects.metadata.Unforced;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;

/// The two questions to PostgreSQL that nearly every S3 request asks. Whoever asks holds one
/// connection for it; an organisation has one lane for each, so it cannot take all of them.
@Repository
class HotObjects {
    private final DataSource connections;
    private final SQLStateSQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    HotObjects(DataSource connections) {
        this.connections = connections;
    }

    private interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    /// @return an answer for each, in order
    List<Lookups.Answer> find(Namespace namespace, List<Lookups.Ticket> wanted) {
        return ask(connection -> ObjectRows.find(connection, namespace, wanted));
    }

    /// Puts objects whose bytes are durable.
    ///
    /// @param quotaBytes of the organisation
    /// @return an answer for each, in order
    List<ObjectRows.Put> put(Namespace namespace, long quotaBytes, List<PendingPut> puts) {
        return ask(connection -> ObjectRows.put(connection, namespace, quotaBytes, puts));
    }

    /// Puts objects in a transaction of their own, and makes their bytes durable before it is
    /// committed: meanwhile, for the disk and PostgreSQL can both be at work.
    ///
    /// @param quotaBytes of the organisation
    /// @return an answer for each, in order
    /// @throws DataAccessResourceFailureException if nobody heard whether they were put; with any
    ///   other exception, none was
    /// @throws io.dure.engines.objects.error.UnaskedException if no connection could be had
    List<ObjectRows.Put> commit(
            Namespace namespace, long quotaBytes, List<PendingPut> puts, Unforced bytes) {
        var forcing = CompletableFuture.runAsync(bytes::require, Thread.ofVirtual()::start);
        return ask(connection -> {
            // The pool lets it commit by itself again.
            connection.setAutoCommit(false);
            try {
                var answers = ObjectRows.put(connection, namespace, quotaBytes, puts);
                await(forcing);
                connection.commit();
                return answers;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        });
    }

    private static void await(CompletableFuture<Void> forcing) {
        try {
            forcing.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof NotDurableException refused ? refused : e;
        }
    }

    private static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private <T> T ask(Question<T> question) {
        var connection = Asking.connect(() -> DataSourceUtils.getConnection(connections));
        try {
            return question.ask(connection);
        } catch (SQLException e) {
            throw translated(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, connections);
        }
    }

    private DataAccessException translated(SQLException e) {
        var translated = translator.translate("an S3 request", null, e);
        return translated == null
                ? new DataAccessResourceFailureException("an S3 request", e)
                : translated;
    }
}
