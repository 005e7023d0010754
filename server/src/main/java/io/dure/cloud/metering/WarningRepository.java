package io.dure.cloud.metering;

import static io.dure.cloud.metering.db.Tables.WARNING;

import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class WarningRepository {
    private final DSLContext sql;

    WarningRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// Of every organisation in scope.
    Map<TenantId, List<Warning>> all() {
        return sql.selectFrom(WARNING)
                .fetchGroups(
                        WARNING.TENANT_ID,
                        row ->
                                new Warning(
                                        row.getBucket(),
                                        Mark.valueOf(row.getMark()),
                                        row.getToldAt(),
                                        row.getAbove()));
    }

    /// Notes in the organisation in scope that its people are told, unless another node does so.
    ///
    /// @param before when they were told last
    boolean tell(String bucket, Mark mark, Optional<Instant> before, Instant now) {
        var changed =
                before.map(last ->
                                sql.update(WARNING)
                                        .set(WARNING.TOLD_AT, now)
                                        .set(WARNING.ABOVE, true)
                                        .where(is(bucket, mark), WARNING.TOLD_AT.eq(last))
                                        .execute())
                        .orElseGet(() ->
                                sql.insertInto(WARNING)
                                        .set(WARNING.BUCKET, bucket)
                                        .set(WARNING.MARK, mark.name())
                                        .set(WARNING.TOLD_AT, now)
                                        .set(WARNING.ABOVE, true)
                                        .onConflictDoNothing()
                                        .execute());
        return changed == 1;
    }

    void rise(String bucket, Mark mark) {
        sql.update(WARNING).set(WARNING.ABOVE, true).where(is(bucket, mark)).execute();
    }

    void fall(String bucket, Mark mark) {
        sql.update(WARNING).set(WARNING.ABOVE, false).where(is(bucket, mark)).execute();
    }

    void forget(String bucket, Mark mark) {
        sql.deleteFrom(WARNING).where(is(bucket, mark)).execute();
    }

    private static Condition is(String bucket, Mark mark) {
        return WARNING.BUCKET.eq(bucket).and(WARNING.MARK.eq(mark.name()));
    }
}
