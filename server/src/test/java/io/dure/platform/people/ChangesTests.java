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
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ChangesTests {
    private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1);

    @Autowired TestingOrganisations organisations;
    @Autowired TestingOwner database;
    @Autowired TestingCollisions collisions;
    @Autowired People people;
    @Autowired Departments departments;
    @Autowired Changes changes;
    @Autowired Authorities authorities;
    @Autowired ChangeJob job;
    @Autowired Organisations registered;
    @Autowired InstantSource clock;

    TenantId tenant;
    Caller caller;
    DepartmentId sales;
    DepartmentId plant;
    PersonId person;

    @BeforeEach
    void openOrganisation() {
        tenant = organisations.open(100);
        caller =
                TestingOrganisations.caller(
                        tenant,
                        PeopleCapabilities.READ,
                        PeopleCapabilities.MANAGE,
                        PeopleCapabilities.DEPARTMENTS);
        sales = in(() -> departments.create(caller, "영업본부", Optional.empty())).id();
        plant = in(() -> departments.create(caller, "공장", Optional.empty())).id();
        person = enter("김민수", new Posts(List.of(post(sales))));
        caller = administrator();
    }

    @Test
    void aTransferOfTodayHappensAtOnceAndKeepsWhatWas() {
        var change = enter(moveToPlant(), null);

        assertThat(change.state()).isEqualTo(DatedChange.State.APPLIED);
        assertThat(change.before().orElseThrow().departments()).containsExactly(sales);
        assertThat(posts(person).departments()).containsExactly(plant);
    }

    @Test
    void aTransferOfTomorrowWaitsForItsDay() {
        var change = enter(moveToPlant(), tomorrow);
        job.run();
        assertThat(posts(person).departments()).containsExactly(sales);

        aDayGoesBy();
        job.run();

        assertThat(posts(person).departments()).containsExactly(plant);
        assertThat(state(change)).isEqualTo(DatedChange.State.APPLIED);
    }

    @Test
    void aShutOrganisationsChangesWaitUntilItIsOpenAgain() {
        var change = enter(moveToPlant(), tomorrow);
        aDayGoesBy();
        stand(standing -> standing.suspended("unpaid", clock.instant()));
        job.run();
        assertThat(state(change)).isEqualTo(DatedChange.State.PENDING);

        stand(standing -> standing.resumed(clock.instant()));
        job.run();

        assertThat(posts(person).departments()).containsExactly(plant);
    }

    @Test
    void theTrailSaysWhoseWillADatedChangeWas() {
        enter(moveToPlant(), tomorrow);
        aDayGoesBy();

        job.run();

        assertThat(
                        database.count(
                                "audit.entry where action = 'people.change-applied' and detail::text like '%"
                                        + caller.person()
                                        + "%'",
                                tenant))
                .isEqualTo(1);
    }

    @Test
    void whoLeavesADepartmentIsNotMovedWithIt() throws Exception {
        var office = in(() -> departments.create(caller, "전산실", Optional.empty())).id();
        var everybody = new Step.MovePeople(sales, office, Set.of());

        collisions.collide(
                tenant,
                () -> enter(moveToPlant(), null),
                () -> enter(new Change.Reorganisation(List.of(everybody)), null));

        assertThat(posts(person).departments()).containsExactly(plant);
    }

    private void stand(UnaryOperator<Standing> change) {
        in(() ->
                registered.change(
                        organisation -> organisation.with(change.apply(organisation.standing()))));
    }

    @Test
    void whatHappenedOnceDoesNotHappenAgain() {
        enter(moveToPlant(), tomorrow);
        aDayGoesBy();
        job.run();
        var version = in(() -> people.card(caller, person)).person().version();

        job.run();

        assertThat(in(() -> people.card(caller, person)).person().version()).isEqualTo(version);
    }

    @Test
    void changesThatWereMissedHappenInTheirOrder() {
        enter(moveToPlant(), tomorrow.plusDays(1));
        enter(
                new Change.Transfer(
                        person, new PostChange.Replace(new Posts(List.of(post(sales))))),
                tomorrow);
        aDayGoesBy();
        aDayGoesBy();

        job.run();

        assertThat(posts(person).departments()).containsExactly(plant);
    }

    @Test
    void aCancelledChangeNeverHappens() {
        var change = enter(moveToPlant(), tomorrow);
        in(() -> changes.cancel(caller, Change.Kind.TRANSFER, change.id()));

        aDayGoesBy();
        job.run();

        assertThat(posts(person).departments()).containsExactly(sales);
        assertThatThrownBy(
                        () -> in(() -> changes.cancel(caller, Change.Kind.TRANSFER, change.id())))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void aChangeThatCannotBeOnItsDaySaysWhy() {
        var change = enter(moveToPlant(), tomorrow);
        in(() -> {
            departments.close(caller, plant);
            return true;
        });

        aDayGoesBy();
        job.run();

        assertThat(state(change)).isEqualTo(DatedChange.State.FAILED);
        assertThat(posts(person).departments()).containsExactly(sales);
    }

    @Test
    void aConcurrentPostIsAddedAndEnds() {
        var concurrent = new Post(plant, false, Optional.empty(), Optional.empty(), "안전 담당");
        enter(new Change.Transfer(person, new PostChange.Add(concurrent)), null);
        assertThat(posts(person).all()).containsExactly(post(sales), concurrent);

        enter(new Change.Transfer(person, new PostChange.End(sales)), null);

        assertThat(posts(person).all()).containsExactly(concurrent.asMain());
    }

    @Test
    void aReorganisationHappensAllOrNotAtAll() {
        var second = new DepartmentId(UUID.randomUUID());
        var steps =
                List.<Step>of(
                        new Step.Open(second, "국내영업", Optional.empty()),
                        new Step.MovePeople(sales, second, Set.of()),
                        new Step.Close(sales),
                        new Step.Rename(plant, "생산본부"),
                        new Step.Move(second, Optional.of(plant), 0));
        enter(new Change.Reorganisation(steps), tomorrow);

        aDayGoesBy();
        job.run();

        var tree = in(() -> departments.tree(caller));
        assertThat(tree.pathName(second)).isEqualTo("생산본부/국내영업");
        assertThat(tree.find(sales)).isEmpty();
        assertThat(posts(person).departments()).containsExactly(second);
    }

    @Test
    void aReorganisationThatFailsHalfwayLeavesNothing() {
        var steps =
                List.<Step>of(
                        new Step.Open(
                                new DepartmentId(UUID.randomUUID()), "국내영업", Optional.empty()),
                        new Step.Close(sales));

        assertThatThrownBy(() -> enter(new Change.Reorganisation(steps), null))
                .isInstanceOf(ConflictException.class);

        assertThat(in(() -> departments.tree(caller)).size()).isEqualTo(2);
        assertThat(list(Change.Kind.REORGANISATION)).isEmpty();
    }

    @Test
    void aDepartmentOfAnIdThatIsTakenIsRefused() {
        var steps = List.<Step>of(new Step.Open(sales, "국내영업", Optional.empty()));

        assertThatThrownBy(() -> enter(new Change.Reorganisation(steps), null))
                .isInstanceOf(ConflictException.class);

        assertThat(in(() -> departments.tree(caller)).size()).isEqualTo(2);
    }

    @Test
    void twoMainPostsAreRefused() {
        var posts = new Posts(List.of(post(sales), post(plant)));

        assertThatThrownBy(() ->
                        enter(new Change.Transfer(person, new PostChange.Replace(posts)), null))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aDepartmentCannotMoveBelowItself() {
        var team = in(() -> departments.create(caller, "1팀", Optional.of(sales))).id();

        assertThatThrownBy(() -> in(() -> departments.move(caller, sales, Optional.of(team), 0)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void departmentsGoTwentyLevelsDeepAndNoDeeper() {
        var deepest = Optional.of(sales);
        for (int level = 2; level <= DepartmentTree.DEEPEST; level++) {
            var above = deepest;
            deepest = Optional.of(in(() -> departments.create(caller, "팀", above)).id());
        }

        var last = deepest;
        assertThatThrownBy(() -> in(() -> departments.create(caller, "팀", last)))
                .isInstanceOf(ConflictException.class);
    }

    private Change.Transfer moveToPlant() {
        return new Change.Transfer(person, new PostChange.Replace(new Posts(List.of(post(plant)))));
    }

    private DatedChange enter(
            Change change, @org.jspecify.annotations.Nullable LocalDate effectiveOn) {
        return in(() -> changes.enter(caller, change, effectiveOn, ""));
    }

    private void aDayGoesBy() {
        database.execute(
                "update people.dated_change set effective_on = effective_on - 1 where tenant_id = ?",
                tenant.value());
    }

    private DatedChange.State state(DatedChange change) {
        return list(Change.Kind.TRANSFER).stream()
                .filter(each -> each.id().equals(change.id()))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<DatedChange> list(Change.Kind kind) {
        return in(() ->
                changes.list(
                        caller,
                        kind,
                        Set.of(DatedChange.State.values()),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Posts posts(PersonId id) {
        return in(() -> people.card(caller, id)).posts();
    }

    private PersonId enter(String name, Posts posts) {
        var details =
                new Details(
                        null,
                        UUID.randomUUID().toString(),
                        name,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        return in(() -> people.create(caller, Person.Kind.MEMBER, details, posts)).person().id();
    }

    /// Somebody whom the organisation knows: on the day of a change its author is asked after.
    private Caller administrator() {
        var author = enter("이정은", Posts.NONE);
        return in(() -> {
            authorities.grant(author, BuiltInRole.ADMINISTRATOR);
            return Caller.author(tenant, author, authorities.of(author));
        });
    }

    private static Post post(DepartmentId department) {
        return new Post(department, true, Optional.empty(), Optional.empty(), "");
    }

    private <T> T in(Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(tenant, code::get);
    }
}
