package io.dure.cloud.storage;

import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Where the lifecycles of buckets stand, as rows; in the organisation's scope but for [#due].
@Repository
class LifecycleRepository {
    private final DSLContext sql;

    LifecycleRepository(DSLContext sql) {
        this.sql = sql;
    }

    record Due(TenantId tenant, String bucket) {}

    /// Buckets of all organisations whose lifecycles have their turn, those that wait longest
    /// first. Call it in a system scope.
    List<Due> due(Instant now, int most) {
        return sql.fetch(
                        """
                        select b.tenant_id, b.name
                        from storage.bucket_document d
                        join storage.bucket b on b.tenant_id = d.tenant_id and b.bucket_id = d.bucket_id
                        left join storage.lifecycle_run r on r.tenant_id = d.tenant_id and r.bucket_id = d.bucket_id
                        where d.kind = 'LIFECYCLE' and (r.due_at is null or r.due_at <= ?::timestamptz)
                        order by r.due_at nulls first
                        limit ?
                        """,
                        now,
                        most)
                .map(row ->
                        new Due(
                                new TenantId(row.get("tenant_id", UUID.class)),
                                row.get("name", String.class)));
    }

    /// Takes a bucket's turn, unless somebody else has it.
    ///
    /// @param until when it may be taken again, should nobody [#leave] it
    /// @return the key after which to go on, or nothing if it is not to be had
    Optional<String> take(String bucket, Instant now, Instant until) {
        return sql.resultQuery(
                        """
                        insert into storage.lifecycle_run (bucket_id, due_at)
                        select b.bucket_id, ?::timestamptz from storage.bucket b where b.name = ?
                        on conflict (tenant_id, bucket_id) do update set due_at = excluded.due_at
                        where lifecycle_run.due_at <= ?::timestamptz
                        returning after_key
                        """,
                        until,
                        bucket,
                        now)
                .fetchOptional(0, String.class);
    }

    /// @param after the key after which the next run goes on, or empty to begin
    void leave(String bucket, String after, Instant dueAt) {
        sql.execute(
                """
                update storage.lifecycle_run set after_key = ?, due_at = ?::timestamptz
                where bucket_id = (select b.bucket_id from storage.bucket b where b.name = ?)
                """,
                after,
                dueAt,
                bucket);
    }
}
