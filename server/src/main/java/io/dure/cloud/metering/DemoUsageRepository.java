package io.dure.cloud.metering;

import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// Usage that never was.
@Repository
class DemoUsageRepository {
    private final DSLContext sql;

    DemoUsageRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// Makes up requests of the organisation in scope, more by day than by night and fewer on
    /// Sundays.
    ///
    /// @param busy about how many requests each interval has
    /// @param size of what each moves, in bytes
    void addRequests(
            String bucket,
            String key,
            int busy,
            long size,
            Instant from,
            Instant until,
            Duration interval) {
        sql.execute(
                """
                insert into metering.request_hour
                    (tenant_id, hour, bucket, access_key, writes, reads, deletes, bytes_in, bytes_out)
                select dure.tenant(), at, {0}, {1}, n / 6, n, n / 30, n / 6 * {6}, n * {6}
                from generate_series({2}, {3} - interval '1 second', {4} * interval '1 second') at
                cross join lateral (
                    select ({5} * (0.15 + greatest(0, sin((extract(hour from at at time zone 'UTC') + 2) * pi() / 12)))
                        * case extract(isodow from at) when 7 then 0.3 else 1 end
                        * (0.6 + abs(hashtext({0} || {1} || at::text)) % 100 / 125.0))::int as n) invented
                """,
                val(bucket),
                val(key),
                val(from),
                val(until),
                val(interval.toSeconds()),
                val(busy),
                val(size));
    }

    /// Makes up what a bucket of the organisation in scope stored: ever more, up to what it holds.
    void addStored(
            String bucket,
            long bytes,
            Instant from,
            Instant until,
            Duration interval,
            Instant begin,
            Instant end) {
        sql.execute(
                """
                insert into metering.stored_hour (tenant_id, hour, bucket, byte_seconds)
                select dure.tenant(), at, {0},
                       round({1} * {2} * (0.2 + 0.8 * extract(epoch from at - {5}) / extract(epoch from {6} - {5})))
                from generate_series({3}, {4} - interval '1 second', {2} * interval '1 second') at
                """,
                val(bucket),
                val(bytes),
                val(interval.toSeconds()),
                val(from),
                val(until),
                val(begin),
                val(end));
    }
}
