package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.DAMAGE;
import static io.dure.cloud.storage.db.Tables.DAMAGE_NOTICE;
import static io.dure.cloud.storage.db.Tables.UNREADABLE;

import io.dure.cloud.storage.Damages.Damaged;
import io.dure.cloud.storage.Damages.OfOrganisation;
import io.dure.cloud.storage.Damages.Position;
import io.dure.cloud.storage.Damages.Unreadable;
import io.dure.engines.objects.metadata.Claim;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/// Damages as rows, in the organisation's scope; what nobody can put a name to is in the
/// operator's.
@Repository
class DamageRepository {
    /// Versions of objects with a body that is damaged, each once, and all that is needed to name
    /// them. A row whose body nothing names any more is none.
    private static final String NAMED =
            """
            select distinct on (d.tenant_id, b.bucket_id, d.key, o.number)
                   d.tenant_id, d.body_id, d.bucket, d.key, d.reason, d.found_at, d.told_at,
                   o.version_id, o.latest, o.size, b.versioning
            from storage.damage d
            join storage.bucket b on b.tenant_id = d.tenant_id and b.name = d.bucket
            cross join lateral (
                select x.number, x.version_id, true as latest, x.size
                from storage.stored_object x
                where x.tenant_id = d.tenant_id and x.bucket_id = b.bucket_id and x.key = d.key
                  and x.body_ids @> array[d.body_id]
                union all
                select v.number, v.version_id, v.noncurrent_at is null, v.size
                from storage.object_version v
                where v.tenant_id = d.tenant_id and v.bucket_id = b.bucket_id and v.key = d.key
                  and v.body_ids @> array[d.body_id]) o
            order by d.tenant_id, b.bucket_id, d.key, o.number, d.found_at, d.body_id
            """;

    /// More than an operator reads.
    private static final int MOST = 1_000;

    private final DSLContext sql;

    DamageRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(Claim claim, Optional<UUID> version, String reason, Instant at) {
        sql.insertInto(DAMAGE)
                .set(DAMAGE.BODY_ID, claim.body())
                .set(DAMAGE.BUCKET, claim.description().bucket())
                .set(DAMAGE.KEY, claim.description().key())
                .set(DAMAGE.VERSION_ID, version.orElse(null))
                .set(DAMAGE.REASON, reason)
                .set(DAMAGE.FOUND_AT, at)
                .onConflictDoNothing()
                .execute();
    }

    /// Newest first.
    ///
    /// @param after leaves out those up to this one
    List<Damaged> page(Optional<Position> after, int limit) {
        return sql.fetch(
                        """
                        select * from (%s) n
                        where ?::timestamptz is null or (n.found_at, n.body_id) < (?::timestamptz, ?::uuid)
                        order by n.found_at desc, n.body_id desc
                        limit ?
                        """
                                .formatted(NAMED),
                        after.map(Position::at).orElse(null),
                        after.map(Position::at).orElse(null),
                        after.map(Position::body).orElse(null),
                        limit)
                .map(DamageRepository::read);
    }

    private static Damaged read(Record row) {
        var hasVersions = row.get("versioning", String.class) != null;
        return new Damaged(
                row.get("body_id", UUID.class),
                row.get("bucket", String.class),
                row.get("key", String.class),
                hasVersions
                        ? Optional.of(ObjectRows.version(row.get("version_id", UUID.class)))
                        : Optional.empty(),
                row.get("latest", Boolean.class),
                row.get("size", Long.class),
                row.get("reason", String.class),
                row.get("found_at", OffsetDateTime.class).toInstant());
    }

    /// How many versions of objects are damaged.
    long count() {
        return sql.fetchSingle("select count(*) from (%s) n".formatted(NAMED)).get(0, Long.class);
    }

    /// Those with the most first. Call it in a system scope.
    List<OfOrganisation> byOrganisation() {
        return sql.fetch(
                        """
                        select n.tenant_id, count(*) as objects, max(n.found_at) as latest,
                               bool_or(n.told_at is null) as untold
                        from (%s) n
                        group by n.tenant_id
                        order by objects desc, n.tenant_id
                        limit ?
                        """
                                .formatted(NAMED),
                        MOST)
                .map(row ->
                        new OfOrganisation(
                                new TenantId(row.get("tenant_id", UUID.class)),
                                row.get("objects", Long.class),
                                row.get("latest", OffsetDateTime.class).toInstant(),
                                row.get("untold", Boolean.class)));
    }

    /// Takes it on to tell people of all that was found, unless they were told after a time, or
    /// another node does so.
    ///
    /// @return whether they are to be told
    boolean tell(Instant unlessAfter, Instant now) {
        var taken =
                sql.insertInto(DAMAGE_NOTICE)
                        .set(DAMAGE_NOTICE.TOLD_AT, now)
                        .onConflict(DAMAGE_NOTICE.TENANT_ID)
                        .doUpdate()
                        .set(DAMAGE_NOTICE.TOLD_AT, now)
                        .where(DAMAGE_NOTICE.TOLD_AT.le(unlessAfter))
                        .execute();
        if (taken > 0) {
            sql.update(DAMAGE).set(DAMAGE.TOLD_AT, now).where(DAMAGE.TOLD_AT.isNull()).execute();
        }
        return taken > 0;
    }

    /// Forgets bodies that nothing names any more. Call it in a system scope.
    ///
    /// @param before when they were found: what is younger may be named in a moment
    void forget(Instant before) {
        sql.execute(
                """
                delete from storage.damage d
                where d.found_at < ?::timestamptz
                  and not exists (select from (%s) n where n.tenant_id = d.tenant_id and n.bucket = d.bucket
                                  and n.key = d.key)
                  and not exists (select from storage.part p
                                  where p.tenant_id = d.tenant_id and p.body_id = d.body_id)
                """
                        .formatted(NAMED),
                before);
    }

    /// Notes a place, or that it was seen again.
    void insertUnreadable(UUID body, String reason, Instant at) {
        sql.insertInto(UNREADABLE)
                .set(UNREADABLE.BODY_ID, body)
                .set(UNREADABLE.REASON, reason)
                .set(UNREADABLE.FOUND_AT, at)
                .set(UNREADABLE.SEEN_AT, at)
                .onConflict(UNREADABLE.TENANT_ID, UNREADABLE.BODY_ID)
                .doUpdate()
                .set(UNREADABLE.REASON, reason)
                .set(UNREADABLE.SEEN_AT, at)
                .execute();
    }

    /// The latest first.
    List<Unreadable> unreadable() {
        return sql.select(
                        UNREADABLE.BODY_ID,
                        UNREADABLE.REASON,
                        UNREADABLE.FOUND_AT,
                        UNREADABLE.SEEN_AT)
                .from(UNREADABLE)
                .orderBy(UNREADABLE.FOUND_AT.desc(), UNREADABLE.BODY_ID)
                .limit(MOST)
                .fetch(Records.mapping(Unreadable::new));
    }

    /// @param before when they were seen last
    void forgetUnreadable(Instant before) {
        sql.deleteFrom(UNREADABLE).where(UNREADABLE.SEEN_AT.lt(before)).execute();
    }
}
