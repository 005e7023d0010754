package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.DeleteMarker;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.DeletionOutcome.Refused;
import io.dure.engines.objects.metadata.Expiry;
import io.dure.engines.objects.metadata.Found;
import io.dure.engines.objects.metadata.ListedVersion;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Marker;
import io.dure.engines.objects.metadata.Marks;
import io.dure.engines.objects.metadata.ObjectVersion;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import io.dure.platform.tenancy.Retained;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Versions of objects and their marks as rows, in the organisation's scope.
@Repository
class VersionRepository {
    /// Columns as [ObjectRows] reads them, of either table.
    private static final String COLUMNS =
            """
            x.key, x.size, x.etag, x.modified_at, x.headers, x.user_headers, x.checksum_algorithm, x.checksum_type,
            x.checksum, x.body_ids, x.body_sizes, x.version_id, x.encryption, x.tags, x.lock_mode, x.retain_until,
            x.legal_hold, x.acl
            """;

    private static final String FIND =
            """
            select b.versioning, f.*
            from storage.bucket b
            left join lateral (
                select false as is_marker, %1$s from storage.stored_object x
                where x.bucket_id = b.bucket_id and x.key = ? and (? or x.version_id is not distinct from ?)
                union all
                select x.is_marker, %1$s from storage.object_version x
                where x.bucket_id = b.bucket_id and x.key = ?
                  and case when ? then x.noncurrent_at is null else x.version_id is not distinct from ? end
                ) f on true
            where b.name = ?
            """
                    .formatted(COLUMNS);

    private static final String FIND_UPLOADED =
            """
            select b.versioning, f.*
            from storage.bucket b
            left join lateral (
                select false as is_marker, %1$s from storage.stored_object x
                where x.bucket_id = b.bucket_id and x.key = ? and x.upload_id = ?
                union all
                select x.is_marker, %1$s from storage.object_version x
                where x.bucket_id = b.bucket_id and x.key = ? and x.upload_id = ?
                ) f on true
            where b.name = ?
            """
                    .formatted(COLUMNS);

    private final DSLContext sql;

    VersionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// @param version empty for the current one
    /// @throws S3Exception NoSuchBucket
    Found find(String bucket, String key, Optional<VersionId> version) {
        return sql.connectionResult(connection -> find(connection, bucket, key, version));
    }

    private static Found find(
            Connection connection, String bucket, String key, Optional<VersionId> version)
            throws SQLException {
        var id = version.flatMap(VersionId::id).orElse(null);
        try (var statement = connection.prepareStatement(FIND)) {
            statement.setString(1, key);
            statement.setBoolean(2, version.isEmpty());
            statement.setObject(3, id, Types.OTHER);
            statement.setString(4, key);
            statement.setBoolean(5, version.isEmpty());
            statement.setObject(6, id, Types.OTHER);
            statement.setString(7, bucket);
            return found(statement);
        }
    }

    private static Found found(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            if (!row.next()) {
                throw new S3Exception(S3Error.NO_SUCH_BUCKET);
            }
            return new Found(
                    ObjectRows.versioning(row.getString(1)),
                    row.getString(3) == null ? Optional.empty() : Optional.of(version(row)));
        }
    }

    /// The version that an upload became.
    ///
    /// @throws S3Exception NoSuchBucket
    Found uploaded(String bucket, String key, UUID upload) {
        return sql.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(FIND_UPLOADED)) {
                statement.setString(1, key);
                statement.setObject(2, upload);
                statement.setString(3, key);
                statement.setObject(4, upload);
                statement.setString(5, bucket);
                return found(statement);
            }
        });
    }

    private static ObjectVersion version(ResultSet row) throws SQLException {
        var object = ObjectRows.object(row, 3);
        return row.getBoolean(2)
                ? new DeleteMarker(object.key(), object.version(), object.lastModified())
                : object;
    }

    /// @return an outcome for each, in order
    List<DeletionOutcome> delete(
            String bucket, List<Deletion> deletions, boolean bypassGovernance, Instant now) {
        var outcomes = outcomes(bucket, deletions, bypassGovernance, now);
        note(bucket, deletions, Deletion::key, Deletion::marker, outcomes);
        return outcomes;
    }

    private List<DeletionOutcome> outcomes(
            String bucket, List<Deletion> deletions, boolean bypassGovernance, Instant now) {
        return sql.connectionResult(connection -> {
            try (var statement =
                    connection.prepareStatement(
                            "select * from storage.delete_objects(?, ?, ?, ?::uuid[], ?, ?, ?)")) {
                statement.setString(1, bucket);
                statement.setArray(2, ObjectRows.texts(connection, deletions, Deletion::key));
                statement.setArray(
                        3, ObjectRows.texts(connection, deletions, VersionRepository::name));
                statement.setArray(
                        4,
                        ObjectRows.texts(
                                connection, deletions, deletion -> version(deletion.marker())));
                statement.setArray(
                        5,
                        ObjectRows.texts(
                                connection,
                                deletions,
                                deletion -> Condition.text(deletion.precondition())));
                statement.setObject(6, now.atOffset(ZoneOffset.UTC));
                statement.setBoolean(7, bypassGovernance);
                return outcomes(statement);
            }
        });
    }

    /// @return an outcome for each, in order
    List<DeletionOutcome> expire(String bucket, List<Expiry> expiries, Instant now) {
        var outcomes = outcomes(bucket, expiries, now);
        note(bucket, expiries, Expiry::key, Expiry::marker, outcomes);
        return outcomes;
    }

    private List<DeletionOutcome> outcomes(String bucket, List<Expiry> expiries, Instant now) {
        return sql.connectionResult(connection -> {
            try (var statement =
                    connection.prepareStatement(
                            """
                            select * from storage.expire_objects(
                                ?, ?, ?, ?::uuid[], ?::timestamptz[], ?::uuid[], ?)
                            """)) {
                statement.setString(1, bucket);
                statement.setArray(
                        2, ObjectRows.texts(connection, expiries, expiry -> expiry.state().name()));
                statement.setArray(3, ObjectRows.texts(connection, expiries, Expiry::key));
                statement.setArray(
                        4,
                        ObjectRows.texts(
                                connection,
                                expiries,
                                expiry -> expiry.version().id().map(UUID::toString).orElse(null)));
                statement.setArray(
                        5,
                        ObjectRows.texts(
                                connection, expiries, expiry -> expiry.since().toString()));
                statement.setArray(
                        6,
                        ObjectRows.texts(connection, expiries, expiry -> version(expiry.marker())));
                statement.setObject(7, now.atOffset(ZoneOffset.UTC));
                return outcomes(statement);
            }
        });
    }

    private static String version(Optional<Marker> marker) {
        return marker.flatMap(known -> known.version().id())
                .or(() -> VersionId.random().id())
                .map(UUID::toString)
                .orElseThrow();
    }

    /// Has the markers that came to be name their notes.
    private <T> void note(
            String bucket,
            List<T> items,
            Function<T, String> key,
            Function<T, Optional<Marker>> marker,
            List<DeletionOutcome> outcomes) {
        var keys = new ArrayList<String>();
        var versions = new ArrayList<@Nullable UUID>();
        var notes = new ArrayList<UUID>();
        for (var at = 0; at < items.size(); at++) {
            var coming = marker.apply(items.get(at));
            if (coming.isPresent()
                    && outcomes.get(at) instanceof Deleted deleted
                    && deleted.isMarker()) {
                keys.add(key.apply(items.get(at)));
                versions.add(deleted.version().flatMap(VersionId::id).orElse(null));
                notes.add(coming.get().note().id());
            }
        }
        if (notes.isEmpty()) {
            return;
        }
        sql.execute(
                """
                update storage.object_version v
                set body_ids = array[n.note], body_sizes = '{0}'
                from storage.bucket b, unnest(?::text[], ?::uuid[], ?::uuid[]) n (key, version_id, note)
                where b.name = ? and v.bucket_id = b.bucket_id and v.key = n.key and v.is_marker
                  and v.version_id is not distinct from n.version_id and v.body_ids = '{}'
                """,
                keys.toArray(String[]::new),
                versions.toArray(UUID[]::new),
                notes.toArray(UUID[]::new),
                bucket);
    }

    private static List<DeletionOutcome> outcomes(PreparedStatement statement) throws SQLException {
        var outcomes = new ArrayList<DeletionOutcome>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                outcomes.add(outcome(rows));
            }
        }
        return outcomes;
    }

    /// What of the organisation in scope is locked for longer than now.
    Retained retained(Instant now) {
        var row =
                sql.fetchSingle(
                        "select * from storage.retained_versions(?::timestamptz)", now.toString());
        var until = row.get("until", OffsetDateTime.class);
        return row.get("versions", Long.class) == 0
                ? Retained.NOTHING
                : new Retained(
                        row.get("versions", Long.class),
                        row.get("held", Boolean.class)
                                ? Optional.empty()
                                : Optional.of(until.toInstant()));
    }

    /// A version's bodies each.
    List<List<StoredBody>> purge(String bucket, int most) {
        return sql.connectionResult(connection -> {
            try (var statement =
                    connection.prepareStatement("select * from storage.purge_versions(?, ?)")) {
                statement.setString(1, bucket);
                statement.setInt(2, most);
                var purged = new ArrayList<List<StoredBody>>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        purged.add(ObjectRows.bodies(rows, 1));
                    }
                }
                return purged;
            }
        });
    }

    /// How a version is named to the functions of the schema.
    private static @Nullable String name(Deletion deletion) {
        return deletion.version().map(VersionRepository::name).orElse(null);
    }

    private static String name(VersionId version) {
        return version.id().map(UUID::toString).orElse("null");
    }

    /// @throws S3Exception NoSuchBucket
    private static DeletionOutcome outcome(ResultSet row) throws SQLException {
        try {
            Outcomes.require(row.getString(1));
        } catch (S3Exception e) {
            if (e.error() == S3Error.NO_SUCH_BUCKET) {
                throw e;
            }
            return new Refused(e);
        }
        return new Deleted(
                ObjectRows.versioning(row.getString(2)) == Versioning.NEVER
                        ? Optional.empty()
                        : Optional.of(ObjectRows.version(row.getObject(3, UUID.class))),
                row.getBoolean(4),
                ObjectRows.bodies(row, 5));
    }

    /// @param version empty for the current one
    Written mark(
            String bucket,
            String key,
            Optional<VersionId> version,
            Marks.Change change,
            boolean bypassGovernance,
            Instant now,
            Optional<StoredBody> note) {
        var row =
                sql.fetchSingle(
                        "select * from storage.mark_object(?, ?, ?, ?, ?::jsonb, ?::timestamptz, ?)",
                        bucket,
                        key,
                        version.map(VersionRepository::name).orElse(null),
                        MarksJson.name(change),
                        MarksJson.value(change),
                        now.toString(),
                        bypassGovernance);
        Outcomes.require(row.get("outcome", String.class));
        var marked = ObjectRows.version(row.get("version_id", UUID.class));
        return new Written(
                ObjectRows.versioning(row.get("versioning", String.class)),
                marked,
                note.map(place -> note(bucket, key, marked, place)).orElse(List.of()));
    }

    /// Has a version name the note of its marks.
    ///
    /// @return the notes before
    private List<StoredBody> note(String bucket, String key, VersionId version, StoredBody note) {
        var object = (StoredObject) find(bucket, key, Optional.of(version)).object().orElseThrow();
        var bodies = object.withMarksNote(note).bodies();
        for (var table : List.of("stored_object", "object_version")) {
            sql.execute(
                    """
                    update storage.%s o set body_ids = ?::uuid[], body_sizes = ?::bigint[]
                    from storage.bucket b
                    where b.name = ? and o.bucket_id = b.bucket_id and o.key = ?
                      and o.version_id is not distinct from ?::uuid
                    """
                            .formatted(table),
                    BodyArrays.ids(bodies),
                    BodyArrays.sizes(bodies),
                    bucket,
                    key,
                    version.id().orElse(null));
        }
        return object.marksNotes();
    }

    /// A version among those of a bucket.
    record Name(String key, VersionId version) {}

    /// @param until when it ends by itself; empty if it does not
    record Locked(Name of, Optional<Instant> until) {}

    /// Which versions of some keys must not be deleted now.
    List<Locked> locks(String bucket, List<String> keys, Instant now) {
        return sql.fetch(
                        """
                        select l.key, l.version_id, l.retain_until, l.legal_hold
                        from storage.bucket b
                        cross join lateral (
                            select o.key, o.version_id, o.lock_mode, o.retain_until, o.legal_hold
                            from storage.stored_object o
                            where o.bucket_id = b.bucket_id and o.key = any (?::text[])
                            union all
                            select v.key, v.version_id, v.lock_mode, v.retain_until, v.legal_hold
                            from storage.object_version v
                            where v.bucket_id = b.bucket_id and v.key = any (?::text[])) l
                        where b.name = ? and b.object_lock
                          and storage.is_locked(l.lock_mode, l.retain_until, l.legal_hold, ?::timestamptz, false)
                        """,
                        keys.toArray(String[]::new),
                        keys.toArray(String[]::new),
                        bucket,
                        now)
                .map(VersionRepository::locked);
    }

    private static Locked locked(Record row) {
        var until = Optional.ofNullable(row.get("retain_until", OffsetDateTime.class));
        return new Locked(
                new Name(
                        row.get("key", String.class),
                        ObjectRows.version(row.get("version_id", UUID.class))),
                Boolean.TRUE.equals(row.get("legal_hold", Boolean.class))
                        ? Optional.empty()
                        : until.map(OffsetDateTime::toInstant));
    }

    /// A line of a listing: a version, or a common prefix.
    record Line(String name, Optional<ListedVersion> version) {}

    /// Up to one line more than asked for, which tells whether there are more.
    List<Line> list(UUID bucket, Listing listing, Optional<VersionId> after) {
        return sql.fetch(
                        """
                        select * from storage.list_versions(?, ?, ?, ?, (
                            select f.number
                            from (select x.number, x.version_id from storage.stored_object x
                                  where x.bucket_id = ? and x.key = ?
                                  union all
                                  select v.number, v.version_id from storage.object_version v
                                  where v.bucket_id = ? and v.key = ?) f
                            where ?::boolean and f.version_id is not distinct from ?::uuid), ?)
                        """,
                        bucket,
                        listing.prefix(),
                        listing.delimiter(),
                        listing.after(),
                        bucket,
                        listing.after(),
                        bucket,
                        listing.after(),
                        after.isPresent(),
                        after.flatMap(VersionId::id).orElse(null),
                        listing.limit() + 1)
                .map(VersionRepository::line);
    }

    private static Line line(Record row) {
        var name = row.get("name", String.class);
        if (row.get("folded", Boolean.class)) {
            return new Line(name, Optional.empty());
        }
        return new Line(
                name,
                Optional.of(
                        new ListedVersion(
                                name,
                                ObjectRows.version(row.get("version_id", UUID.class)),
                                row.get("latest", Boolean.class),
                                row.get("is_marker", Boolean.class),
                                row.get("size", Long.class),
                                row.get("etag", String.class),
                                row.get("modified_at", OffsetDateTime.class).toInstant(),
                                ObjectRepository.chosen(
                                        row.get("checksum_algorithm", String.class),
                                        row.get("checksum_type", String.class)),
                                MarksJson.tagsOf(row.get("tags", String.class)),
                                Optional.ofNullable(row.get("noncurrent_at", OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant))));
    }
}
