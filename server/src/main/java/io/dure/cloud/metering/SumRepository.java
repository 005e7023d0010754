package io.dure.cloud.metering;

import static io.dure.cloud.metering.db.Tables.BATCH;
import static io.dure.cloud.metering.db.Tables.READING;
import static io.dure.cloud.metering.db.Tables.REQUEST_HOUR;
import static io.dure.cloud.metering.db.Tables.STORED_HOUR;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.val;

import io.dure.platform.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Records;
import org.springframework.stereotype.Repository;

/// Writes the sums, of every organisation in scope.
@Repository
class SumRepository {
    private final DSLContext sql;

    SumRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// @return whether the batch was not added yet
    boolean enter(UUID batch, Instant now) {
        return sql.insertInto(BATCH)
                        .set(BATCH.BATCH_ID, batch)
                        .set(BATCH.ADDED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Several nodes lock the same rows in the same order.
    void add(Map<Cell, Amounts> amounts) {
        var order =
                Comparator.comparing((Cell cell) -> cell.tenant().value())
                        .thenComparingLong(Cell::hour)
                        .thenComparing(Cell::bucket)
                        .thenComparing(Cell::accessKey);
        sql.batch(
                        amounts.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey(order))
                                .map(each -> addition(each.getKey(), each.getValue()))
                                .toList())
                .execute();
    }

    private Query addition(Cell cell, Amounts more) {
        var hour = Instant.EPOCH.plus(Duration.ofHours(cell.hour()));
        return sql.insertInto(REQUEST_HOUR)
                .set(REQUEST_HOUR.TENANT_ID, cell.tenant())
                .set(REQUEST_HOUR.HOUR, hour)
                .set(REQUEST_HOUR.BUCKET, cell.bucket())
                .set(REQUEST_HOUR.ACCESS_KEY, cell.accessKey())
                .set(REQUEST_HOUR.WRITES, more.writes())
                .set(REQUEST_HOUR.READS, more.reads())
                .set(REQUEST_HOUR.DELETES, more.deletes())
                .set(REQUEST_HOUR.BYTES_IN, more.bytesIn())
                .set(REQUEST_HOUR.BYTES_OUT, more.bytesOut())
                .onConflict(
                        REQUEST_HOUR.TENANT_ID,
                        REQUEST_HOUR.HOUR,
                        REQUEST_HOUR.BUCKET,
                        REQUEST_HOUR.ACCESS_KEY)
                .doUpdate()
                .set(REQUEST_HOUR.WRITES, REQUEST_HOUR.WRITES.plus(excluded(REQUEST_HOUR.WRITES)))
                .set(REQUEST_HOUR.READS, REQUEST_HOUR.READS.plus(excluded(REQUEST_HOUR.READS)))
                .set(
                        REQUEST_HOUR.DELETES,
                        REQUEST_HOUR.DELETES.plus(excluded(REQUEST_HOUR.DELETES)))
                .set(
                        REQUEST_HOUR.BYTES_IN,
                        REQUEST_HOUR.BYTES_IN.plus(excluded(REQUEST_HOUR.BYTES_IN)))
                .set(
                        REQUEST_HOUR.BYTES_OUT,
                        REQUEST_HOUR.BYTES_OUT.plus(excluded(REQUEST_HOUR.BYTES_OUT)));
    }

    /// Makes those who read buckets wait for each other.
    void lockReadings() {
        sql.execute("select pg_advisory_xact_lock(hashtextextended('metering.reading', 0))");
    }

    Map<UUID, Reading> readings() {
        return sql.select(READING.TENANT_ID, READING.BUCKET_ID, READING.HOUR, READING.BYTE_SECONDS)
                .from(READING)
                .fetchMap(READING.BUCKET_ID, Records.mapping(Reading::new));
    }

    void keep(Collection<Reading> readings) {
        sql.batch(
                        readings.stream()
                                .map(reading ->
                                        sql.insertInto(READING)
                                                .set(READING.TENANT_ID, reading.tenant())
                                                .set(READING.BUCKET_ID, reading.bucket())
                                                .set(READING.HOUR, reading.hour())
                                                .set(READING.BYTE_SECONDS, reading.byteSeconds())
                                                .onConflict(READING.TENANT_ID, READING.BUCKET_ID)
                                                .doUpdate()
                                                .set(READING.HOUR, reading.hour())
                                                .set(READING.BYTE_SECONDS, reading.byteSeconds()))
                                .toList())
                .execute();
    }

    /// Forgets buckets that nobody read since.
    void forgetReadingsBefore(Instant hour) {
        sql.deleteFrom(READING).where(READING.HOUR.lt(hour)).execute();
    }

    /// What was stored in a bucket in an hour.
    record Stored(TenantId tenant, Instant hour, String bucket, BigDecimal byteSeconds) {}

    void addStored(List<Stored> amounts) {
        sql.batch(
                        amounts.stream()
                                .map(each ->
                                        sql.insertInto(STORED_HOUR)
                                                .set(STORED_HOUR.TENANT_ID, each.tenant())
                                                .set(STORED_HOUR.HOUR, each.hour())
                                                .set(STORED_HOUR.BUCKET, each.bucket())
                                                .set(STORED_HOUR.BYTE_SECONDS, each.byteSeconds())
                                                .onConflict(
                                                        STORED_HOUR.TENANT_ID,
                                                        STORED_HOUR.HOUR,
                                                        STORED_HOUR.BUCKET)
                                                .doUpdate()
                                                .set(
                                                        STORED_HOUR.BYTE_SECONDS,
                                                        STORED_HOUR.BYTE_SECONDS.plus(
                                                                excluded(
                                                                        STORED_HOUR.BYTE_SECONDS))))
                                .toList())
                .execute();
    }

    void forgetBatchesBefore(Instant time) {
        sql.deleteFrom(BATCH).where(BATCH.ADDED_AT.lt(time)).execute();
    }

    /// Makes one sum a day of the hours before a time.
    ///
    /// @param day begin of a day (UTC)
    void thinBefore(Instant day) {
        sql.execute(
                """
                with old as (
                    delete from metering.request_hour r
                    where r.hour < {0} and r.hour <> date_trunc('day', r.hour, 'UTC')
                    returning r.*
                )
                insert into metering.request_hour as r
                    (tenant_id, hour, bucket, access_key, writes, reads, deletes, bytes_in, bytes_out)
                select tenant_id, date_trunc('day', hour, 'UTC'), bucket, access_key, sum(writes), sum(reads),
                       sum(deletes), sum(bytes_in), sum(bytes_out)
                from old group by 1, 2, 3, 4
                on conflict (tenant_id, hour, bucket, access_key) do update
                set writes = r.writes + excluded.writes, reads = r.reads + excluded.reads,
                    deletes = r.deletes + excluded.deletes, bytes_in = r.bytes_in + excluded.bytes_in,
                    bytes_out = r.bytes_out + excluded.bytes_out
                """,
                val(day));
        sql.execute(
                """
                with old as (
                    delete from metering.stored_hour s
                    where s.hour < {0} and s.hour <> date_trunc('day', s.hour, 'UTC')
                    returning s.*
                )
                insert into metering.stored_hour as s (tenant_id, hour, bucket, byte_seconds)
                select tenant_id, date_trunc('day', hour, 'UTC'), bucket, sum(byte_seconds)
                from old group by 1, 2, 3
                on conflict (tenant_id, hour, bucket) do update
                set byte_seconds = s.byte_seconds + excluded.byte_seconds
                """,
                val(day));
    }
}
