package io.dure.cloud.metering;

import static io.dure.cloud.metering.db.Tables.REQUEST_HOUR;
import static io.dure.cloud.metering.db.Tables.STORED_HOUR;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.dure.platform.tenancy.TenantId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/// Reads the sums.
@Repository
class UsageRepository {
    /// More than any span has.
    private static final int MOST_INTERVALS = 1_000;

    private final DSLContext sql;

    UsageRepository(DSLContext sql) {
        this.sql = sql;
    }

    /// What was used of a name in an interval.
    record Line(Instant begin, String name, Used used) {}

    /// By intervals, all names together.
    List<Line> intervals(Span span, By by) {
        var lines = new Lines();
        lines.addAll(requests(span, begin(by, REQUEST_HOUR.HOUR), inline(""), MOST_INTERVALS));
        lines.addAll(stored(span, begin(by, STORED_HOUR.HOUR), inline(""), MOST_INTERVALS));
        return lines.inOrder(MOST_INTERVALS);
    }

    /// By names, all of the span together. Keys store nothing.
    List<Line> shares(Span span, Grouping grouping, int most) {
        var begin = inline(span.begin());
        var lines = new Lines();
        switch (grouping) {
            case BUCKET -> {
                lines.addAll(requests(span, begin, REQUEST_HOUR.BUCKET, most));
                lines.addAll(stored(span, begin, STORED_HOUR.BUCKET, most));
            }
            case KEY -> lines.addAll(requests(span, begin, REQUEST_HOUR.ACCESS_KEY, most));
        }
        return lines.inOrder(most);
    }

    /// By intervals and names.
    List<Line> lines(Span span, By by, Grouping grouping, int most) {
        var lines = new Lines();
        var begin = begin(by, REQUEST_HOUR.HOUR);
        switch (grouping) {
            case BUCKET -> {
                lines.addAll(requests(span, begin, REQUEST_HOUR.BUCKET, most));
                lines.addAll(stored(span, begin(by, STORED_HOUR.HOUR), STORED_HOUR.BUCKET, most));
            }
            case KEY -> lines.addAll(requests(span, begin, REQUEST_HOUR.ACCESS_KEY, most));
        }
        return lines.inOrder(most);
    }

    /// What each organisation in scope used that used anything.
    Map<TenantId, Used> organisations(Span span) {
        var used =
                sql.select(
                                REQUEST_HOUR.TENANT_ID,
                                sum(REQUEST_HOUR.WRITES),
                                sum(REQUEST_HOUR.READS),
                                sum(REQUEST_HOUR.DELETES),
                                sum(REQUEST_HOUR.BYTES_IN),
                                sum(REQUEST_HOUR.BYTES_OUT))
                        .from(REQUEST_HOUR)
                        .where(REQUEST_HOUR.HOUR.ge(span.begin()))
                        .and(REQUEST_HOUR.HOUR.lt(span.end()))
                        .groupBy(REQUEST_HOUR.TENANT_ID)
                        .fetchMap(
                                REQUEST_HOUR.TENANT_ID,
                                row -> new Used(amounts(row, 1), BigDecimal.ZERO));
        sql.select(STORED_HOUR.TENANT_ID, sum(STORED_HOUR.BYTE_SECONDS))
                .from(STORED_HOUR)
                .where(STORED_HOUR.HOUR.ge(span.begin()))
                .and(STORED_HOUR.HOUR.lt(span.end()))
                .groupBy(STORED_HOUR.TENANT_ID)
                .forEach(row ->
                        used.merge(row.value1(), new Used(Amounts.NONE, row.value2()), Used::plus));
        return used;
    }

    private List<Line> requests(Span span, Field<Instant> begin, Field<String> name, int most) {
        return sql.select(
                        begin,
                        name,
                        sum(REQUEST_HOUR.WRITES),
                        sum(REQUEST_HOUR.READS),
                        sum(REQUEST_HOUR.DELETES),
                        sum(REQUEST_HOUR.BYTES_IN),
                        sum(REQUEST_HOUR.BYTES_OUT))
                .from(REQUEST_HOUR)
                .where(REQUEST_HOUR.HOUR.ge(span.begin()))
                .and(REQUEST_HOUR.HOUR.lt(span.end()))
                .groupBy(inline(1), inline(2))
                .orderBy(inline(1), inline(2))
                .limit(most)
                .fetch(row ->
                        new Line(
                                row.value1(),
                                row.value2(),
                                new Used(amounts(row, 2), BigDecimal.ZERO)));
    }

    private List<Line> stored(Span span, Field<Instant> begin, Field<String> name, int most) {
        return sql.select(begin, name, sum(STORED_HOUR.BYTE_SECONDS))
                .from(STORED_HOUR)
                .where(STORED_HOUR.HOUR.ge(span.begin()))
                .and(STORED_HOUR.HOUR.lt(span.end()))
                .groupBy(inline(1), inline(2))
                .orderBy(inline(1), inline(2))
                .limit(most)
                .fetch(row ->
                        new Line(row.value1(), row.value2(), new Used(Amounts.NONE, row.value3())));
    }

    private static Field<Instant> begin(By by, Field<Instant> hour) {
        return field("date_trunc({0}, {1}, 'UTC')", hour.getDataType(), inline(by.unit()), hour);
    }

    private static Amounts amounts(Record row, int first) {
        return new Amounts(
                row.get(first, long.class),
                row.get(first + 1, long.class),
                row.get(first + 2, long.class),
                row.get(first + 3, long.class),
                row.get(first + 4, long.class));
    }

    /// Adds up what is of the same interval and name.
    private static final class Lines {
        private record Place(Instant begin, String name) implements Comparable<Place> {
            @Override
            public int compareTo(Place other) {
                var order = begin.compareTo(other.begin);
                return order == 0 ? name.compareTo(other.name) : order;
            }
        }

        private final Map<Place, Used> used = new TreeMap<>();

        void addAll(List<Line> lines) {
            lines.forEach(line ->
                    used.merge(new Place(line.begin(), line.name()), line.used(), Used::plus));
        }

        List<Line> inOrder(int most) {
            return used.entrySet().stream()
                    .limit(most)
                    .map(each ->
                            new Line(each.getKey().begin(), each.getKey().name(), each.getValue()))
                    .toList();
        }
    }
}
