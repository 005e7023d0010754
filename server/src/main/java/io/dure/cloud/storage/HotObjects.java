package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Namespace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Repository;

/// The two questions to PostgreSQL that nearly every S3 request asks, each a transaction of its own
/// and so one round trip. Whoever asks holds one connection for it; an organisation has one lane
/// for each, so it cannot take all of them.
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

    /// @param quotaBytes of the organisation
    /// @return an answer for each, in order
    /// @throws DataAccessResourceFailureException if nobody heard whether they were put; with any
    ///   other exception, none was
    List<ObjectRows.Put> put(Namespace namespace, long quotaBytes, List<PendingPut> puts) {
        return ask(connection -> ObjectRows.put(connection, namespace, quotaBytes, puts));
    }

    private <T> T ask(Question<T> question) {
        var connection = DataSourceUtils.getConnection(connections);
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
