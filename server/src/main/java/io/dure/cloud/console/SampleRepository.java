package io.dure.cloud.console;

import static io.dure.cloud.console.db.Tables.SAMPLE;
import static org.jooq.impl.DSL.sum;

import io.dure.platform.tenancy.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class SampleRepository {
    private final DSLContext sql;

    SampleRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// Keeps the day's latest.
    void keep(LocalDate day, String figure, Map<TenantId, Long> amounts) {
        var rows =
                amounts.entrySet().stream()
                        .map(amount ->
                                sql.insertInto(SAMPLE)
                                        .set(SAMPLE.TENANT_ID, amount.getKey())
                                        .set(SAMPLE.DAY, day)
                                        .set(SAMPLE.FIGURE, figure)
                                        .set(SAMPLE.AMOUNT, amount.getValue())
                                        .onConflict(SAMPLE.TENANT_ID, SAMPLE.DAY, SAMPLE.FIGURE)
                                        .doUpdate()
                                        .set(SAMPLE.AMOUNT, amount.getValue()))
                        .toList();
        sql.batch(rows).execute();
    }

    void forgetBefore(LocalDate day) {
        sql.deleteFrom(SAMPLE).where(SAMPLE.DAY.lt(day)).execute();
    }

    /// What all organisations in scope used, day by day.
    List<Growth> growth() {
        return sql.select(SAMPLE.DAY, SAMPLE.FIGURE, sum(SAMPLE.AMOUNT))
                .from(SAMPLE)
                .groupBy(SAMPLE.DAY, SAMPLE.FIGURE)
                .orderBy(SAMPLE.DAY, SAMPLE.FIGURE)
                .fetch(row -> new Growth(row.value1(), row.value2(), row.value3().longValue()));
    }
}
