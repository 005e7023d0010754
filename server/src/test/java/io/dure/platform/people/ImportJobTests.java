package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.platform.database.TestingCollisions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens between an import's being allowed and its being applied, and meanwhile.
@ServerTest
class ImportJobTests extends ImportFixture {
    @Autowired ImportJob job;
    @Autowired TestingCollisions collisions;
    @Autowired Changes changes;
    @Autowired ImportRepository repository;
    @Autowired Present.Reader present;
    @Autowired TransactionTemplate transaction;

    @Test
    void anImportThatWasCutOffIsResumed() throws InterruptedException {
        var preview = preview("사번,이름\nA1,김민수\n");
        in(() -> start(preview));

        job.resume();

        assertThat(list("")).containsExactly("김민수");
    }

    @Test
    void anImportThatLostADeadlockIsAppliedLater() throws InterruptedException {
        var preview = preview("사번,이름\nA1,김민수\n");
        in(() -> start(preview));
        try (var _ = database.deadlocks("people.person", tenant, "true")) {
            job.resume();
            assertThat(state(preview)).isEqualTo(Import.State.APPLYING);
        }

        job.resume();

        assertThat(state(preview)).isEqualTo(Import.State.APPLIED);
        assertThat(list("")).containsExactly("김민수");
    }

    @Test
    void anImportIsNotPutOffForEver() throws InterruptedException {
        var preview = preview("사번,이름\nA1,김민수\n");
        in(() -> start(preview));
        try (var _ = database.deadlocks("people.person", tenant, "true")) {
            for (var attempt = 0; attempt < 10; attempt++) {
                job.resume();
            }
        }

        assertThat(state(preview)).isEqualTo(Import.State.FAILED);
    }

    private Import.State state(Import preview) {
        return in(() -> imports.find(caller, preview.id())).state();
    }

    /// Who is new while it is allowed, and somebody with a login of their own when it is applied.
    @Test
    void nobodyIsReaddressedWhoWasNotWhenItWasAllowed() throws InterruptedException {
        apply(preview("사번,이름,이메일\nA1,김민수,kim@example.com\n"));
        var preview = preview("사번,이름,이메일\nX9,김민수,thief@example.net\n");
        in(() -> start(preview));
        database.execute(
                "update people.person set employee_number = 'X9' where name = '김민수' and tenant_id = ?",
                tenant.value());

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
}
