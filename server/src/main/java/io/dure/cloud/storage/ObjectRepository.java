package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;
import static io.dure.cloud.storage.db.Tables.STORED_OBJECT;
import static org.jooq.impl.DSL.field;

import io.dure.cloud.storage.db.tables.records.StoredObjectRecord;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Objects as rows, in the organisation's scope.
@Repository
class ObjectRepository {
    private final DSLContext sql;

    ObjectRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// The bucket is asked for in a query of its own: of a join without statistics, PostgreSQL may
    /// choose to look for the key in all buckets, through every object of the organisation.
    Optional<StoredObject> find(String bucket, String key) {
        return sql.selectFrom(STORED_OBJECT)
                .where(STORED_OBJECT.BUCKET_ID.eq(bucketId(bucket)), STORED_OBJECT.KEY.eq(key))
                .fetchOptional(ObjectRepository::read);
    }

    private Field<UUID> bucketId(String name) {
        return field(sql.select(BUCKET.BUCKET_ID).from(BUCKET).where(BUCKET.NAME.eq(name)));
    }

    /// An outcome and the bodies that nothing refers to any more.
    record Replaced(String outcome, List<StoredBody> bodies) {}

    /// @param quotaBytes of the organisation
    /// @return an answer for each, in order
    List<Replaced> put(long quotaBytes, List<PendingPut> puts) {
        return sql.fetch(
                        """
                        select outcome, replaced, replaced_sizes
                        from storage.put_objects(?, ?::text[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        """,
                        quotaBytes,
                        texts(puts, PendingPut::bucket),
                        texts(puts, put -> put.object().key()),
                        puts.stream().map(put -> put.object().size()).toArray(Long[]::new),
                        texts(puts, put -> put.object().etag()),
                        texts(puts, put -> put.object().lastModified().toString()),
                        texts(puts, put -> HeaderJson.write(put.object().attributes().headers())),
                        texts(puts, put -> HeaderJson.write(put.object().attributes().user())),
                        texts(
                                puts,
                                put ->
                                        put.object()
                                                .checksum()
                                                .map(sum -> sum.algorithm().name())
                                                .orElse(null)),
                        texts(
                                puts,
                                put ->
                                        put.object()
                                                .checksum()
                                                .map(sum -> sum.type().name())
                                                .orElse(null)),
                        texts(
                                puts,
                                put -> put.object().checksum().map(Checksum::value).orElse(null)),
                        texts(puts, put -> BodyArrays.idText(put.object().bodies())),
                        texts(puts, put -> BodyArrays.sizeText(put.object().bodies())),
                        texts(puts, put -> Condition.text(put.precondition())))
                .map(ObjectRepository::replaced);
    }

    /// What a put's column holds.
    private interface Text {
        @Nullable String of(PendingPut put);
    }

    private static @Nullable String[] texts(List<PendingPut> puts, Text text) {
        var texts = new @Nullable String[puts.size()];
        for (var at = 0; at < texts.length; at++) {
            texts[at] = text.of(puts.get(at));
        }
        return texts;
    }

    private static Replaced replaced(Record row) {
        return new Replaced(
                row.get(0, String.class),
                BodyArrays.read(row.get(1, UUID[].class), row.get(2, Long[].class)));
    }

    /// @param condition as [Condition] writes it, of the only key
    List<StoredBody> delete(String bucket, Collection<String> keys, String condition) {
        var bodies = new ArrayList<StoredBody>();
        for (var row :
                sql.fetch(
                        "select outcome, body_ids, body_sizes from storage.delete_objects(?, ?::text[], ?)",
                        bucket,
                        keys.toArray(String[]::new),
                        condition)) {
            var deleted = replaced(row);
            Outcomes.require(deleted.outcome());
            bodies.addAll(deleted.bodies());
        }
        return bodies;
    }

    /// A line of a listing: an object, or a common prefix.
    record Line(String name, Optional<ListedObject> object) {}

    /// Up to one line more than asked for, which tells whether there are more.
    List<Line> list(UUID bucket, Listing listing) {
        return sql.fetch(
                        """
                        select name, folded, size, etag, modified_at, checksum_algorithm, checksum_type
                        from storage.list_objects(?, ?, ?, ?, ?)
                        """,
                        bucket,
                        listing.prefix(),
                        listing.delimiter(),
                        listing.after(),
                        listing.limit() + 1)
                .map(ObjectRepository::line);
    }

    private static Line line(Record row) {
        var name = row.get("name", String.class);
        if (row.get("folded", Boolean.class)) {
            return new Line(name, Optional.empty());
        }
        return new Line(
                name,
                Optional.of(
                        new ListedObject(
                                name,
                                row.get("size", Long.class),
                                row.get("etag", String.class),
                                row.get("modified_at", Instant.class),
                                chosen(
                                        row.get("checksum_algorithm", String.class),
                                        row.get("checksum_type", String.class)))));
    }

    static Optional<ChosenChecksum> chosen(@Nullable String algorithm, @Nullable String type) {
        return algorithm == null || type == null
                ? Optional.empty()
                : Optional.of(
                        new ChosenChecksum(
                                ChecksumAlgorithm.valueOf(algorithm), Checksum.Type.valueOf(type)));
    }

    /// Which of these bodies no row of any organisation names. Call it in a system scope.
    Set<UUID> unknown(Collection<UUID> bodies) {
        return new HashSet<>(
                sql.fetch(
                                """
                                select b.id
                                from unnest(?::uuid[]) b (id)
                                where not exists (select from storage.stored_object o where o.body_ids[1] = b.id)
                                  and not exists (select from storage.stored_object o
                                                  where cardinality(o.body_ids) > 1 and o.body_ids @> array[b.id])
                                  and not exists (select from storage.part p where p.body_id = b.id)
                                """,
                                (Object) bodies.toArray(UUID[]::new))
                        .getValues(0, UUID.class));
    }

    private static StoredObject read(StoredObjectRecord row) {
        return new StoredObject(
                row.getKey(),
                row.getSize(),
                row.getEtag(),
                row.getModifiedAt(),
                HeaderJson.read(row.getHeaders().data(), row.getUserHeaders().data()),
                checksum(row.getChecksumAlgorithm(), row.getChecksumType(), row.getChecksum()),
                BodyArrays.read(row.getBodyIds(), row.getBodySizes()));
    }

    private static Optional<Checksum> checksum(
            @Nullable String algorithm, @Nullable String type, @Nullable String value) {
        return value == null
                ? Optional.empty()
                : chosen(algorithm, type)
                        .map(chosen -> new Checksum(chosen.algorithm(), chosen.type(), value));
    }
}
