package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.authority.Authorities;
import io.dure.platform.database.TestingCollisions;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServerTest
class ImportTests {
    private static final String AUTHOR = "하지원";
    private static final String HEADER =
            "employee_number,name,department,rank,title,concurrent_posts,phone\n";

    @Autowired TestingOrganisations organisations;
    @Autowired TestingOwner database;
    @Autowired Departments departments;
    @Autowired Designations designations;
    @Autowired Directory directory;
    @Autowired Imports imports;
    @Autowired Exports exports;
    @Autowired ImportJob job;
    @Autowired TestingCollisions collisions;
    @Autowired Changes changes;
    @Autowired People people;
    @Autowired Authorities authorities;
    @Autowired ImportRepository repository;
    @Autowired Present.Reader present;
    @Autowired PostRepository posts;
    @Autowired DSLContext sql;
    @Autowired TransactionTemplate transaction;

    TenantId tenant;
    Caller caller;

    @BeforeEach
    void openOrganisation() {
        tenant = organisations.open(10_001);
        caller = administrator();
        var head = in(() -> departments.create(caller, "본사", Optional.empty())).id();
        var plant = in(() -> departments.create(caller, "생산본부", Optional.of(head))).id();
        in(() -> departments.create(caller, "1팀", Optional.of(plant)));
        var ranks = List.of(new Designations.Entry(null, "부장"), new Designations.Entry(null, "사원"));
        in(() -> designations.replace(caller, Designation.Kind.RANK, 0, ranks));
    }

    @Test
    void aFileOfNewPeopleIsPreviewedAndThenApplied() throws InterruptedException {
        var preview = preview(HEADER + "A1,김민수,본사/생산본부/1팀,부장,,본사|사원||안전,\nA2,이영희,본사,사원,,,\n");
        assertThat(preview.newPeople()).isEqualTo(2);
        assertThat(list("")).isEmpty();

        apply(preview);

        assertThat(list("")).containsExactly("김민수", "이영희");
        assertThat(list("ㄱㅁㅅ")).containsExactly("김민수");
    }

    @Test
    void theSameFileAgainChangesNobody() throws InterruptedException {
        var file = HEADER + "A1,김민수,본사/생산본부/1팀,부장,,본사|사원||안전,010-1\n";
        apply(preview(file));

        var again = preview(file);

        assertThat(again.unchangedPeople()).isEqualTo(1);
        assertThat(again.newPeople() + again.changedPeople()).isZero();
    }

    @Test
    void whatAFileHasNoColumnForStays() throws InterruptedException {
        apply(preview(HEADER + "A1,김민수,본사,부장,,,010-1234\n"));

        var renamed = preview("사번,이름\nA1,김민서\n");
        apply(renamed);

        assertThat(renamed.changedPeople()).isEqualTo(1);
        assertThat(export()).contains("김민서").contains("010-1234").contains("본사,부장");
    }

    @Test
    void everyErrorNamesItsLineAndField() {
        var preview = preview(HEADER + "A1,김민수,본사/없음,부장,,,\n" + ",이름만,,,,,\n" + "A1,박,,회장,,,\n");

        assertThat(preview.errors())
                .extracting(LineError::line, LineError::field, LineError::code)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(2L, "department", "unknown-department"),
                        org.assertj.core.groups.Tuple.tuple(3L, "employeeNumber", "missing"),
                        org.assertj.core.groups.Tuple.tuple(4L, "employeeNumber", "twice"));
        assertThatThrownBy(() -> in(() -> imports.apply(caller, preview.id())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void filesOfKoreanExcelAreRead() {
        var file = "사번,이름,부서\nA1,김민수,본사\n".getBytes(Charset.forName("x-windows-949"));

        assertThat(in(() -> imports.preview(caller, file)).newPeople()).isEqualTo(1);
    }

    @Test
    void aByteOrderMarkIsNoLetter() {
        assertThat(preview("\uFEFF사번,이름\nA1,김민수\n").newPeople()).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoneIsRefused() {
        for (var file : List.of("", "a,b\n", "사번\nA1\n", "사번,이름,사번\n")) {
            assertThatThrownBy(() -> preview(file))
                    .as(file)
                    .isInstanceOf(InvalidInputException.class);
        }
        var bytes = new byte[] {(byte) 0xff, (byte) 0xff, 0};
        assertThatThrownBy(() -> in(() -> imports.preview(caller, bytes)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void formulasGoOutAsTextAndComeBackAsTheyWere() throws InterruptedException {
        apply(preview(HEADER + "A1,=1+1,본사,,,,+82-2-123\n"));

        var exported = export();

        assertThat(exported).contains("'=1+1").contains("'+82-2-123");
        assertThat(preview(exported).unchangedPeople()).isEqualTo(1);
    }

    @Test
    void whereThePlanHasNoRoomNobodyComesIn() throws InterruptedException {
        tenant = organisations.open(2);
        caller = administrator();

        assertThat(in(() -> imports.room(caller))).isEqualTo(1);
        var applied = apply(preview("사번,이름\nA1,김민수\nA2,이영희\n"));

        assertThat(applied.state()).isEqualTo(Import.State.FAILED);
        assertThat(list("")).isEmpty();
    }

    @Test
    void anImportThatWasCutOffIsResumed() throws InterruptedException {
        var preview = preview("사번,이름\nA1,김민수\n");
        in(() -> start(preview));

        job.resume();

        assertThat(list("")).containsExactly("김민수");
    }

    /// Who is new while it is allowed, and somebody with a login of their own when it is applied.
    @Test
    void nobodyIsReaddressedWhoWasNotWhenItWasAllowed() throws InterruptedException {
        apply(preview("사번,이름,이메일\nA1,김민수,kim@example.com\n"));
        var preview = preview("사번,이름,이메일\nX9,김민수,thief@example.net\n");
        in(() -> start(preview));
        database.execute("update people.person set employee_number = 'X9' where name = '김민수'");

        job.resume();

        var applied = in(() -> imports.find(caller, preview.id()));
        assertThat(applied.failure().flatMap(Failure::code)).contains("import-outdated");
        assertThat(export()).contains("kim@example.com").doesNotContain("thief@example.net");
    }

    @Test
    void nothingIsAppliedForWhomItMayNotBeAnyMore() throws InterruptedException {
        var preview = preview("사번,이름\nA1,김민수\n");
        in(() -> start(preview));
        database.execute(
                "update people.person set state = 'INACTIVE' where person_id = ?",
                caller.person().value());

        job.resume();

        var applied = in(() -> imports.find(caller, preview.id()));
        assertThat(applied.failure().flatMap(Failure::code)).contains("author-may-not");
        assertThat(list("")).isEmpty();
    }

    @Test
    void nobodyGainsAPostThatWasNotGainedWhenItWasAllowed() throws InterruptedException {
        apply(preview(HEADER + "A1,김민수,본사,부장,,,\n"));
        var preview = preview(HEADER + "A1,김민수,본사,부장,,,010-1\n");
        in(() -> start(preview));
        database.execute("delete from people.post where tenant_id = ?", tenant.value());

        job.resume();

        var applied = in(() -> imports.find(caller, preview.id()));
        assertThat(applied.failure().flatMap(Failure::code)).contains("import-outdated");
    }

    @Test
    void whoIsDeactivatedWhileAnImportRunsStaysSo() throws Exception {
        apply(preview(HEADER + "A1,김민수,본사,부장,,,\n"));
        var minsu = person("김민수");

        var state =
                resumeDuring(
                        "사번,이름,전화\nA1,김민수,010-1\n",
                        () -> {
                            var version = people.card(minsu).person().version();
                            people.deactivate(caller, minsu, version);
                        });

        assertThat(state).isEqualTo(Import.State.FAILED);
        assertThat(in(() -> people.card(caller, minsu)).person().state())
                .isEqualTo(Person.State.INACTIVE);
    }

    @Test
    void whoIsTransferredWhileAnImportRunsStaysThere() throws Exception {
        apply(preview(HEADER + "A1,김민수,본사,부장,,,\n"));
        var minsu = person("김민수");
        var team = in(() -> departments.tree(caller)).all().toList().getLast().id();
        var post = new Post(team, true, Optional.empty(), Optional.empty(), "");
        var moved = new PostChange.Replace(new Posts(List.of(post)));

        var state =
                resumeDuring(
                        "사번,이름,전화\nA1,김민수,010-1\n",
                        () -> changes.enter(caller, new Change.Transfer(minsu, moved), null, null));

        assertThat(state).isEqualTo(Import.State.APPLIED);
        assertThat(in(() -> people.card(caller, minsu)).posts().departments())
                .containsExactly(team);
        assertThat(in(() -> people.card(caller, minsu)).profile().phone()).isEqualTo("010-1");
    }

    /// Applies a file that was set going before, while somebody is about to do something else.
    private Import.State resumeDuring(String file, Runnable other) throws Exception {
        var preview = preview(file);
        in(() -> start(preview));
        collisions.collide(
                tenant,
                other,
                () -> {
                    job.resume();
                    return true;
                });
        return in(() -> imports.find(caller, preview.id())).state();
    }

    private PersonId person(String name) {
        return new PersonId(
                database.id(
                        "select person_id from people.person where name = ? and tenant_id = ?",
                        name,
                        tenant.value()));
    }

    /// As [Imports#apply] does, but the process dies before it goes on.
    private boolean start(Import preview) {
        return Boolean.TRUE.equals(
                transaction.execute(_ -> {
                    var file = repository.file(preview.id()).orElseThrow();
                    var plan =
                            ImportPlanner.plan(
                                    ImportFile.read(file), present.read(), InstantSource.system());
                    return repository.start(preview.id(), Author.of(caller), plan.demands());
                }));
    }

    @Test
    void aNumberIsTheSameHoweverItsLettersAreComposed() throws InterruptedException {
        var composed = "사번,이름\n가1,김민수\n";
        apply(preview(composed));

        var decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(preview(decomposed).unchangedPeople()).isEqualTo(1);
        assertThat(
                        preview(composed + decomposed.lines().skip(1).findFirst().orElseThrow())
                                .errors())
                .extracting(LineError::code)
                .contains("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5000-01-01", "0000-01-01", "+10000-01-01", "1899-12-31"})
    void aDateThatNoPersonHasIsAnError(String date) {
        var preview = preview("employee_number,name,hired_on\nA1,김민수," + date + "\n");

        assertThat(preview.errors()).extracting(LineError::field).containsExactly("hiredOn");
    }

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

    /// Somebody whom the organisation knows: when an import is applied its author is asked after.
    private Caller administrator() {
        var id = new PersonId(UUID.randomUUID());
        return in(() -> {
            people.enter(
                    new Person(
                            id,
                            "admin",
                            Optional.empty(),
                            AUTHOR,
                            Optional.empty(),
                            Person.Kind.MEMBER,
                            Person.State.ACTIVE,
                            Instant.now(),
                            1));
            authorities.grant(id, BuiltInRole.ADMINISTRATOR);
            return Caller.author(tenant, id, authorities.of(id));
        });
    }

    private Import preview(String file) {
        return in(() -> imports.preview(caller, file.getBytes(StandardCharsets.UTF_8)));
    }

    private Import apply(Import preview) throws InterruptedException {
        in(() -> imports.apply(caller, preview.id()));
        var now = preview;
        while (now.state() == Import.State.PREVIEWED || now.state() == Import.State.APPLYING) {
            Thread.sleep(20);
            now = in(() -> imports.find(caller, preview.id()));
        }
        return now;
    }

    private String export() {
        return in(() -> exports.csv(caller));
    }

    private List<String> list(String words) {
        var query =
                new DirectoryQuery(
                        words,
                        Optional.empty(),
                        Set.of(Person.State.values()),
                        Set.of(Person.Kind.values()),
                        Optional.empty(),
                        50);
        return in(() -> directory.list(caller, query)).items().stream()
                .map(Listing::name)
                .filter(name -> !name.equals(AUTHOR))
                .toList();
    }

    private <T> T in(Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(tenant, code::get);
    }
}
