package io.dure.cloud.storage;

import static io.dure.cloud.storage.db.Tables.BUCKET;
import static io.dure.cloud.storage.db.Tables.PAST_BUCKET;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/// Bytes over time, which triggers keep with the buckets.
@Repository
class AccrualRepository {
    private final DSLContext sql;

    AccrualRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Accrual> all() {
        return sql.select(
                        BUCKET.TENANT_ID,
                        BUCKET.BUCKET_ID,
                        BUCKET.NAME,
                        BUCKET.CREATED_AT,
                        BUCKET.BYTES.plus(BUCKET.PENDING_BYTES),
                        BUCKET.BYTE_SECONDS,
                        BUCKET.HOUR_BYTE_SECONDS,
                        BUCKET.COUNTED_AT,
                        inline(false))
                .from(BUCKET)
                .unionAll(
                        sql.select(
                                        PAST_BUCKET.TENANT_ID,
                                        PAST_BUCKET.BUCKET_ID,
                                        PAST_BUCKET.NAME,
                                        PAST_BUCKET.CREATED_AT,
                                        inline(0L),
                                        PAST_BUCKET.BYTE_SECONDS,
                                        PAST_BUCKET.HOUR_BYTE_SECONDS,
                                        PAST_BUCKET.COUNTED_AT,
                                        inline(true))
                                .from(PAST_BUCKET))
                .fetch(Records.mapping(Accrual::new));
    }

    void forget(Collection<Accrual> gone) {
        if (!gone.isEmpty()) {
            sql.deleteFrom(PAST_BUCKET)
                    .where(PAST_BUCKET.BUCKET_ID.in(gone.stream().map(Accrual::bucket).toList()))
                    .execute();
        }
    }

    Set<String> bucketsAmong(Collection<String> names) {
        return sql.select(BUCKET.NAME)
                .from(BUCKET)
                .where(BUCKET.NAME.in(names))
                .fetchSet(BUCKET.NAME);
    }
}
