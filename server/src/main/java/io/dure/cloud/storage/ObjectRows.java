package io.dure.cloud.storage;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The statements that small objects are read and written by, in plain JDBC: jOOQ renders a query
/// each time, which costs as much as PostgreSQL's answer to it.
final class ObjectRows {
    /// In order; without a bucket where there is none, without a key where there is no object. The
    /// bucket is asked for on its own: of a join without statistics, PostgreSQL may choose to look
    /// for the key in all buckets.
    private static final String FIND =
            """
            select p.bucket_id is not null, o.key, o.size, o.etag, o.modified_at, o.headers, o.user_headers,
                   o.checksum_algorithm, o.checksum_type, o.checksum, o.body_ids, o.body_sizes
            from (select w.key, w.place, (select b.bucket_id from storage.bucket b where b.name = w.name) as bucket_id
                  from unnest(?::text[], ?::text[]) with ordinality w (name, key, place) offset 0) p
            left join storage.stored_object o on o.bucket_id = p.bucket_id and o.key = p.key
            order by p.place
            """;

    private ObjectRows() {}

    /// @return an answer for each, in order
    static List<Lookups.Answer> find(Connection connection, List<Lookups.Ticket> wanted)
            throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, texts(connection, wanted.stream().map(Lookups.Ticket::bucket)));
            statement.setArray(2, texts(connection, wanted.stream().map(Lookups.Ticket::key)));
            var answers = new ArrayList<Lookups.Answer>(wanted.size());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(answer(rows));
                }
            }
            return answers;
        }
    }

    private static java.sql.Array texts(
            Connection connection, java.util.stream.Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray(String[]::new));
    }

    private static Lookups.Answer answer(ResultSet row) throws SQLException {
        var hasBucket = row.getBoolean(1);
        var key = row.getString(2);
        return new Lookups.Answer(
                hasBucket, key == null ? Optional.empty() : Optional.of(object(key, row)));
    }

    private static StoredObject object(String key, ResultSet row) throws SQLException {
        return new StoredObject(
                key,
                row.getLong(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                HeaderJson.read(row.getString(6), row.getString(7)),
                checksum(row),
                bodies(row));
    }

    private static Optional<Checksum> checksum(ResultSet row) throws SQLException {
        var value = row.getString(10);
        return value == null
                ? Optional.empty()
                : ObjectRepository.chosen(row.getString(8), row.getString(9))
                        .map(chosen -> new Checksum(chosen.algorithm(), chosen.type(), value));
    }

    private static List<StoredBody> bodies(ResultSet row) throws SQLException {
        var ids = (UUID[]) row.getArray(11).getArray();
        var sizes = (Long[]) row.getArray(12).getArray();
        return BodyArrays.read(ids, sizes);
    }
}
