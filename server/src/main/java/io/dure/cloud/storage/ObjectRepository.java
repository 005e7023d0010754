package io.dure.cloud.storage;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.checksum.ChecksumAlgorithm;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.ListedObject;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Move;
import io.dure.engines.objects.metadata.Upload.ChosenChecksum;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
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
                                where not exists (select from storage.stored_object o
                                                  where not o.described and o.body_ids[1] = b.id)
                                  and not exists (select from storage.stored_object o
                                                  where cardinality(o.body_ids) > 1 and o.body_ids @> array[b.id])
                                  and not exists (select from storage.object_version v
                                                  where not v.described and v.body_ids[1] = b.id)
                                  and not exists (select from storage.object_version v
                                                  where cardinality(v.body_ids) > 1 and v.body_ids @> array[b.id])
                                  and not exists (select from storage.part p where p.body_id = b.id)
                                """,
                                (Object) bodies.toArray(UUID[]::new))
                        .getValues(0, UUID.class));
    }

    /// Which of these bodies no row names that they say they are of. Call it in a system scope.
    Set<UUID> unclaimed(Collection<Claim> claims) {
        var columns = new ClaimColumns(List.copyOf(claims));
        return new HashSet<>(
                sql.fetch(
                                """
                                with claim as (
                                    select c.*, (select b.bucket_id from storage.bucket b
                                                 where b.tenant_id = c.tenant and b.name = c.bucket) as bucket_id
                                    from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::int[], ?::uuid[])
                                        c (tenant, bucket, key, upload, number, body) offset 0
                                )
                                select c.body
                                from claim c
                                where not exists (
                                    select from storage.stored_object o
                                    where o.tenant_id = c.tenant and o.bucket_id = c.bucket_id and o.key = c.key
                                      and o.body_ids @> array[c.body])
                                  and not exists (
                                    select from storage.object_version v
                                    where v.tenant_id = c.tenant and v.bucket_id = c.bucket_id and v.key = c.key
                                      and v.body_ids @> array[c.body])
                                  and not exists (
                                    select from storage.part p
                                    where p.tenant_id = c.tenant and p.upload_id = c.upload and p.number = c.number
                                      and p.body_id = c.body)
                                  and not exists (
                                    select from storage.bucket b
                                    where b.tenant_id = c.tenant and b.bucket_id = c.bucket_id and b.note_id = c.body)
                                  and not exists (
                                    select from storage.namespace_note n
                                    where n.tenant_id = c.tenant and n.note_id = c.body)
                                """,
                                columns.namespaces(),
                                columns.buckets(),
                                columns.keys(),
                                columns.uploads(),
                                columns.numbers(),
                                columns.bodies())
                        .getValues(0, UUID.class));
    }

    /// Has rows of the organisation in scope name copies of bodies.
    ///
    /// @return the copies that a row names now
    Set<UUID> move(List<Move> moves) {
        var columns = new ClaimColumns(moves.stream().map(Move::claim).toList());
        return new HashSet<>(
                sql.fetch(
                                "select m from storage.move_bodies(?, ?, ?, ?, ?, ?) m",
                                columns.buckets(),
                                columns.keys(),
                                columns.uploads(),
                                columns.numbers(),
                                columns.bodies(),
                                moves.stream().map(Move::copy).toArray(UUID[]::new))
                        .getValues(0, UUID.class));
    }
}
