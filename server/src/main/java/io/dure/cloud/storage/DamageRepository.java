package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.DAMAGE;

import io.dure.cloud.storage.Damages.Damaged;
import io.dure.engines.objects.metadata.Claim;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Damages as rows, in the organisation's scope.
@Repository
class DamageRepository {
    /// More than anybody reads.
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

    List<Damaged> all() {
        return sql.fetch(
                        """
                        select d.bucket, d.key, d.version_id::text, d.reason, d.found_at
                        from storage.damage d
                        join storage.bucket b on b.name = d.bucket
                        where exists (select from storage.stored_object o
                                      where o.bucket_id = b.bucket_id and o.key = d.key and o.body_ids @> array[d.body_id])
                           or exists (select from storage.object_version v
                                      where v.bucket_id = b.bucket_id and v.key = d.key and v.body_ids @> array[d.body_id])
                        order by d.found_at desc
                        limit ?
                        """,
                        MOST)
                .map(row ->
                        new Damaged(
                                row.get(0, String.class),
                                row.get(1, String.class),
                                Optional.ofNullable(row.get(2, String.class)),
                                row.get(3, String.class),
                                row.get(4, Instant.class)));
    }
}
