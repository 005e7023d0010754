package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.DAMAGE;
import static io.dure.cloud.storage.db.Tables.DAMAGE_NOTICE;
import static io.dure.cloud.storage.db.Tables.UNREADABLE;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

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
            join storage.bucket b on b.tenant_id = d.tenant_id and b.name = d.bucket %s
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

    private static final String ALL = NAMED.formatted("");

    /// Of some organisations.
    private static final String THEIRS = NAMED.formatted("and d.tenant_id = any (?::uuid[])");

    /// Above so many it matters little how many it is exactly.
    private static final int COUNTED_EXACTLY = 1_000;

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
                                .formatted(ALL),
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

    /// How many versions of objects are damaged. Every page about storage asks for it, so where
    /// there are more than a thousand bodies it is the bodies, without a look at who still names
    /// them.
    long count() {
        var bodies = sql.fetchCount(sql.selectOne().from(DAMAGE).limit(COUNTED_EXACTLY + 1));
        return bodies == 0
                ? 0
                : bodies > COUNTED_EXACTLY
                        ? sql.fetchCount(DAMAGE)
                        : sql.fetchSingle("select count(*) from (%s) n".formatted(ALL))
                                .get(0, Long.class);
    }

    /// A place in the list of organisations.
    ///
    /// @param bodies how many damaged ones it had
    record Standing(TenantId tenant, long bodies) {}

    /// Organisations with damaged bodies, those with the most first, whether or not anything still
    /// names them. Call it in a system scope.
    ///
    /// @param after leaves out those up to this one
    List<Standing> standings(Optional<Standing> after, int limit) {
        return sql.fetch(
                        """
                        select d.tenant_id, count(*) as bodies
                        from storage.damage d
                        group by d.tenant_id
                        having ?::bigint is null or (count(*), d.tenant_id) < (?::bigint, ?::uuid)
                        order by bodies desc, d.tenant_id desc
                        limit ?
                        """,
                        after.map(Standing::bodies).orElse(null),
                        after.map(Standing::bodies).orElse(null),
                        after.map(standing -> standing.tenant().value()).orElse(null),
                        limit)
                .map(row ->
                        new Standing(
                                new TenantId(row.get("tenant_id", UUID.class)),
                                row.get("bodies", Long.class)));
    }

    /// What is damaged of some organisations; those of which nothing is are left out. Call it in a
    /// system scope.
    List<OfOrganisation> of(List<TenantId> tenants) {
        return sql.fetch(
                        """
                        select n.tenant_id, count(*) as objects, max(n.found_at) as latest
                        from (%s) n
                        group by n.tenant_id
                        """
                                .formatted(THEIRS),
                        (Object) tenants.stream().map(TenantId::value).toArray(UUID[]::new))
                .map(row ->
                        new OfOrganisation(
                                new TenantId(row.get("tenant_id", UUID.class)),
                                row.get("objects", Long.class),
                                row.get("latest", OffsetDateTime.class).toInstant()));
    }

    /// Organisations of whose damages there are some that nobody was told of. Call it in a system
    /// scope.
    ///
    /// @param unlessAfter leaves out those that were told of others since
    List<TenantId> untold(Instant unlessAfter) {
        return sql.selectDistinct(DAMAGE.TENANT_ID)
                .from(DAMAGE)
                .leftJoin(DAMAGE_NOTICE)
                .on(DAMAGE_NOTICE.TENANT_ID.eq(DAMAGE.TENANT_ID))
                .where(
                        DAMAGE.TOLD_AT.isNull(),
                        DAMAGE_NOTICE.TOLD_AT.isNull().or(DAMAGE_NOTICE.TOLD_AT.le(unlessAfter)))
                .fetch(DAMAGE.TENANT_ID);
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
                        .formatted(ALL),
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
    ///
    /// @param after leaves out those up to this one
    List<Unreadable> unreadable(Optional<Position> after, int limit) {
        return sql.select(
                        UNREADABLE.BODY_ID,
                        UNREADABLE.REASON,
                        UNREADABLE.FOUND_AT,
                        UNREADABLE.SEEN_AT)
                .from(UNREADABLE)
                .where(
                        after.map(place ->
                                        row(UNREADABLE.FOUND_AT, UNREADABLE.BODY_ID)
                                                .lt(place.at(), place.body()))
                                .orElse(noCondition()))
                .orderBy(UNREADABLE.FOUND_AT.desc(), UNREADABLE.BODY_ID.desc())
                .limit(limit)
                .fetch(Records.mapping(Unreadable::new));
    }

    /// @param before when they were seen last
    void forgetUnreadable(Instant before) {
        sql.deleteFrom(UNREADABLE).where(UNREADABLE.SEEN_AT.lt(before)).execute();
    }
}
