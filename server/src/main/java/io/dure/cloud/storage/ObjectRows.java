package io.dure.cloud.storage;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The statements that small objects are read and written by, in plain JDBC: jOOQ renders a query
/// each time, which costs as much as PostgreSQL's answer to it.
final class ObjectRows {
    private static final String FIND = "select * from storage.find_objects(?, ?, ?)";

    private static final String PUT =
            """
            select place, outcome, versioning, version_id, replaced, replaced_sizes
            from storage.put_objects(?, ?, ?, ?, ?::uuid[], ?, ?, ?::timestamptz[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private ObjectRows() {}

    /// @return an answer for each, in order
    static List<Lookups.Answer> find(
            Connection connection, Namespace namespace, List<Lookups.Ticket> wanted)
            throws SQLException {
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setObject(1, namespace.id());
            statement.setArray(2, texts(connection, wanted, Lookups.Ticket::bucket));
            statement.setArray(3, texts(connection, wanted, Lookups.Ticket::key));
            var answers = new ArrayList<Lookups.Answer>(wanted.size());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(answer(rows));
                }
            }
            return answers;
        }
    }

    private static Lookups.Answer answer(ResultSet row) throws SQLException {
        return new Lookups.Answer(
                row.getBoolean(1),
                versioning(row.getString(2)),
                row.getString(3) == null ? Optional.empty() : Optional.of(object(row, 3)));
    }

    static Versioning versioning(@Nullable String column) {
        return column == null ? Versioning.NEVER : Versioning.valueOf(column);
    }

    /// @param first the column of the key; the others follow as in [#FIND]
    static StoredObject object(ResultSet row, int first) throws SQLException {
        return new StoredObject(
                row.getString(first),
                version(row.getObject(first + 11, UUID.class)),
                row.getLong(first + 1),
                row.getString(first + 2),
                row.getObject(first + 3, OffsetDateTime.class).toInstant(),
                HeaderJson.read(row.getString(first + 4), row.getString(first + 5)),
                checksum(row, first + 6),
                MarksJson.encryption(row.getString(first + 12)),
                MarksJson.read(row, first + 13),
                bodies(row, first + 9));
    }

    static VersionId version(@Nullable UUID column) {
        return column == null ? VersionId.NULL : VersionId.of(column);
    }

    private static Optional<Checksum> checksum(ResultSet row, int first) throws SQLException {
        var value = row.getString(first + 2);
        return value == null
                ? Optional.empty()
                : ObjectRepository.chosen(row.getString(first), row.getString(first + 1))
                        .map(chosen -> new Checksum(chosen.algorithm(), chosen.type(), value));
    }

    static List<StoredBody> bodies(ResultSet row, int ids) throws SQLException {
        var bodies = row.getArray(ids);
        return bodies == null
                ? List.of()
                : BodyArrays.read(
                        (UUID[]) bodies.getArray(), (Long[]) row.getArray(ids + 1).getArray());
    }

    /// An outcome, and what was written if it is done.
    record Put(String outcome, Written written) {
        /// Into a bucket without versions, in the place of nothing.
        private static final Put PLAIN =
                new Put("DONE", new Written(Versioning.NEVER, VersionId.NULL, List.of()));

        /// @throws io.dure.engines.objects.error.S3Exception unless it is done
        Written require() {
            Outcomes.require(outcome);
            return written;
        }
    }

    /// Asks once for each bucket.
    ///
    /// @param quotaBytes of the organisation
    /// @return an answer for each, in order
    static List<Put> put(
            Connection connection, Namespace namespace, long quotaBytes, List<PendingPut> puts)
            throws SQLException {
        var places =
                IntStream.range(0, puts.size())
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        at -> puts.get(at).bucket(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var answers = new ArrayList<>(Collections.nCopies(puts.size(), Put.PLAIN));
        for (var bucket : places.entrySet()) {
            var mine = bucket.getValue();
            var told =
                    putInto(
                            connection,
                            namespace,
                            quotaBytes,
                            bucket.getKey(),
                            mine.stream().map(puts::get).toList());
            told.forEach((at, answer) -> answers.set(mine.get(at), answer));
        }
        return answers;
    }

    /// @return by their places, those that are not plainly done
    private static Map<Integer, Put> putInto(
            Connection connection,
            Namespace namespace,
            long quotaBytes,
            String bucket,
            List<PendingPut> puts)
            throws SQLException {
        try (var statement = connection.prepareStatement(PUT)) {
            var at = 1;
            statement.setObject(at++, namespace.id());
            statement.setLong(at++, quotaBytes);
            statement.setString(at++, bucket);
            for (var column : PutColumn.values()) {
                statement.setArray(at++, column.of(connection, puts));
            }
            var answers = new HashMap<Integer, Put>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.put(rows.getInt(1) - 1, written(rows));
                }
            }
            return answers;
        }
    }

    private static Put written(ResultSet row) throws SQLException {
        return new Put(
                row.getString(2),
                new Written(
                        versioning(row.getString(3)),
                        version(row.getObject(4, UUID.class)),
                        bodies(row, 5)));
    }

    /// What a column holds of an item.
    interface Text<T> {
        @Nullable String of(T item);
    }

    static <T> Array texts(Connection connection, List<T> items, Text<T> text) throws SQLException {
        var texts = new @Nullable String[items.size()];
        for (var at = 0; at < texts.length; at++) {
            texts[at] = text.of(items.get(at));
        }
        return connection.createArrayOf("text", texts);
    }
}
