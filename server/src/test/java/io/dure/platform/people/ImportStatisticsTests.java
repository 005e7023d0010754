package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What PostgreSQL knows of people who came by the thousand.
@ServerTest
class ImportStatisticsTests extends ImportFixture {
    @Autowired PostRepository posts;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;

    @Test
    void peopleWhoCameByTheThousandAreFoundByAnIndex() throws InterruptedException {
        assertThat(apply(preview(file(10_000))).state()).isEqualTo(Import.State.APPLIED);

        assertThatASearchUsesTheIndex();
    }

    @Test
    void afterAnImportPostgresKnowsHowManyThereAre() throws InterruptedException {
        database.execute("analyze people.person");
        var before = estimatedPeople();

        apply(preview(file(3_000)));

        // Just after it is applied, and long before autovacuum's next round.
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (estimatedPeople() < before + 2_500 && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(estimatedPeople()).isGreaterThanOrEqualTo(before + 2_500);
    }

    private long estimatedPeople() {
        return Optional.ofNullable(
                        sql.fetchValue(
                                "select reltuples::bigint from pg_class where oid = 'people.person'::regclass"))
                .map(Long.class::cast)
                .orElseThrow();
    }

    @Test
    void nobodyIsLookedForAmongAllOthersWhateverTheStatisticsSay() throws InterruptedException {
        apply(preview(file(2_000)));
        database.execute("create table people.post_aside as select * from people.post");
        database.execute("delete from people.post");
        database.execute("analyze people.post");
        database.execute("insert into people.post select * from people.post_aside");
        database.execute("drop table people.post_aside");

        var read = new AtomicLong();
        in(() -> {
            transaction.executeWithoutResult(_ -> {
                posts.sortByRank();
                read.set(rowsRead("people.post"));
            });
            return true;
        });

        assertThat(read).hasValueLessThan(200_000);
    }

    private static String file(int people) {
        var file = new StringBuilder(HEADER);
        for (int i = 0; i < people; i++) {
            file.append(
                    "E%05d,김민%c%c,본사/생산본부/1팀,사원,,,\n".formatted(i, '가' + i % 500, '가' + i / 20));
        }
        return file.toString();
    }

    /// Rows that this transaction read of a table, by index or not.
    private long rowsRead(String table) {
        return Optional.ofNullable(
                        sql.fetchValue(
                                """
                                select pg_stat_get_xact_tuples_returned(c.oid)
                                    + coalesce(sum(pg_stat_get_xact_tuples_returned(i.indexrelid)), 0)::bigint
                                from pg_class c left join pg_index i on i.indrelid = c.oid
                                where c.oid = ?::regclass group by c.oid
                                """,
                                table))
                .map(Long.class::cast)
                .orElseThrow();
    }

    private void assertThatASearchUsesTheIndex() {
        database.execute("analyze people.person");
        for (var words : List.of("e04321", "김ㅁ가가", "ㄱㅁ가가")) {
            var scans = new AtomicLong();
            in(() -> {
                transaction.executeWithoutResult(_ -> {
                    assertThat(list(words)).as(words).isNotEmpty();
                    scans.set(scans());
                });
                return true;
            });
            assertThat(scans).as(words).hasPositiveValue();
        }
    }

    /// How often this transaction looked into the index.
    private long scans() {
        return Optional.ofNullable(
                        sql.fetchValue(
                                "select pg_stat_get_xact_numscans('people.person_by_search'::regclass)"))
                .map(Long.class::cast)
                .orElseThrow();
    }
}
