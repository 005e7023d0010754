package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.database.TestingCollisions;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Who waits for whom, and what becomes of those who waited in vain.
@ServerTest
class WaitingTests extends ImportFixture {
    private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1);

    @Autowired TestingCollisions collisions;
    @Autowired Changes changes;
    @Autowired ChangeJob job;
    @Autowired DepartmentRepository tree;
    @Autowired PersonRepository everybody;
    @Autowired TransactionTemplate transaction;

    private PersonId minsu;
    private List<Designation> ranks;
    private DepartmentId team;

    @BeforeEach
    void enterMinsu() throws InterruptedException {
        apply(preview(HEADER + "A1,김민수,본사,부장,,,\n"));
        minsu = person("김민수");
        ranks = in(() -> designations.list(caller, Designation.Kind.RANK)).items();
        team = in(() -> departments.tree(caller)).all().toList().getLast().id();
    }

    /// Each who waits holds a connection of all organisations'.
    @Test
    void whoMayNotDoesNotQueueForTheLocks() {
        var nobody = TestingOrganisations.caller(tenant);
        var details =
                new Details("kim", null, "김", null, null, null, null, null, null, null, null, null);
        var tries =
                Stream.<Supplier<Object>>of(
                        () -> people.edit(nobody, minsu, 1, details),
                        () -> people.deactivate(nobody, minsu, 1),
                        () -> people.reactivate(nobody, minsu, 1),
                        () ->
                                changes.enter(
                                        nobody, transfer(team, ranks.getFirst().id()), null, null),
                        () ->
                                changes.enter(
                                        nobody,
                                        new Change.Reorganisation(List.of(new Step.Close(team))),
                                        null,
                                        null));

        in(() ->
                transaction.execute(_ -> {
                    tree.lockTree();
                    everybody.lockEverybody();
                    everybody.lock(minsu);
                    assertThat(
                                    tries.map(each ->
                                            CompletableFuture.supplyAsync(
                                                    () -> catchThrowable(() -> in(each)))))
                            .allSatisfy(refused ->
                                    assertThat(refused)
                                            .succeedsWithin(Duration.ofSeconds(10))
                                            .isInstanceOf(ForbiddenException.class));
                    return true;
                }));
    }

    @Test
    void aListOfRanksIsSortedAnewWhileSomebodyGetsOneOfThem() throws Exception {
        var version = in(() -> designations.list(caller, Designation.Kind.RANK)).version();
        var reversed =
                ranks.reversed().stream()
                        .map(rank -> new Designations.Entry(rank.id(), rank.name()))
                        .toList();

        collisions.collide(
                tenant,
                () -> everybody.lock(minsu),
                () ->
                        in(() ->
                                designations.replace(
                                        caller, Designation.Kind.RANK, version, reversed)),
                () -> changes.enter(caller, transfer(team, ranks.getLast().id()), null, null));

        assertThat(rank()).contains(ranks.getLast().id());
    }

    @Test
    void whatComesAfterAChangeThatIsPutOffWaitsForIt() {
        var first = transfer(team, ranks.getFirst().id());
        var second = transfer(team, ranks.getLast().id());
        in(() -> changes.enter(caller, first, tomorrow, null));
        in(() -> changes.enter(caller, second, tomorrow.plusDays(1), null));
        database.execute(
                "update people.dated_change set effective_on = effective_on - 2 where tenant_id = ?",
                tenant.value());

        try (var _ =
                database.deadlocks(
                        "people.post", tenant, "new.rank_id = '" + ranks.getFirst().id() + "'")) {
            job.run();
        }
        job.run();

        assertThat(rank()).contains(ranks.getLast().id());
    }

    private Optional<UUID> rank() {
        return in(() -> people.card(caller, minsu)).posts().main().flatMap(Post::rank);
    }

    private Change transfer(DepartmentId department, UUID rank) {
        var post = new Post(department, true, Optional.of(rank), Optional.empty(), "");
        return new Change.Transfer(minsu, new PostChange.Replace(new Posts(List.of(post))));
    }
}
