package io.dure.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.people.Card;
import io.dure.platform.people.Departments;
import io.dure.platform.people.Designation;
import io.dure.platform.people.Designations;
import io.dure.platform.people.Details;
import io.dure.platform.people.People;
import io.dure.platform.people.PeopleCapabilities;
import io.dure.platform.people.Person;
import io.dure.platform.people.Post;
import io.dure.platform.people.Posts;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.ForbiddenException;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AuthorityTests {
    private static final RoleKey OWNER = new RoleKey.BuiltIn(BuiltInRole.OWNER);
    private static final RoleKey ADMINISTRATOR = new RoleKey.BuiltIn(BuiltInRole.ADMINISTRATOR);

    @Autowired TestingOrganisations organisations;
    @Autowired People people;
    @Autowired Departments departments;
    @Autowired Designations designations;
    @Autowired Authorities authorities;
    @Autowired Roles roles;
    @Autowired Grants grants;

    TenantId tenant;
    Caller root;
    PersonId owner;
    DepartmentId sales;
    DepartmentId team;
    DepartmentId plant;

    @BeforeEach
    void openOrganisation() {
        tenant = organisations.open(100);
        root =
                TestingOrganisations.caller(
                        tenant,
                        PeopleCapabilities.READ,
                        PeopleCapabilities.MANAGE,
                        PeopleCapabilities.DEPARTMENTS,
                        AuthorityCapabilities.MANAGE,
                        AuthorityCapabilities.OWN);
        owner = enter("대표", Posts.NONE).person().id();
        in(() -> {
            authorities.grant(owner, BuiltInRole.OWNER);
            return true;
        });
        arrive(owner);
        sales = in(() -> departments.create(root, "영업본부", Optional.empty())).id();
        team = in(() -> departments.create(root, "1팀", Optional.of(sales))).id();
        plant = in(() -> departments.create(root, "공장", Optional.empty())).id();
    }

    @Test
    void everyMemberReadsTheDirectoryAndNoGuestDoes() {
        var member = enter("김민수", Posts.NONE).person().id();
        var guest =
                in(() -> people.create(root, Person.Kind.GUEST, details("손님"), Posts.NONE))
                        .person()
                        .id();

        assertThat(authority(member).allows(PeopleCapabilities.READ)).isTrue();
        assertThat(authority(guest).allows(PeopleCapabilities.READ)).isFalse();
    }

    @Test
    void somebodyDeactivatedHoldsNothing() {
        var member = enter("김민수", Posts.NONE).person();
        in(() -> people.deactivate(root, member.id(), member.version()));

        assertThat(authority(member.id())).isEqualTo(Authority.NONE);
    }

    @Test
    void theLauncherOwnsTheConsoleAndNothingElse() {
        assertThat(authority(PersonId.LAUNCHER)).isEqualTo(Authority.NONE);
        assertThat(
                        TenantScope.<Authority, RuntimeException>call(
                                        TenantId.OPERATOR, () -> authorities.of(PersonId.LAUNCHER))
                                .allows(AuthorityCapabilities.OWN))
                .isTrue();
    }

    @Test
    void aRoleGrantedToARankReachesWhoeverHasIt() {
        var rank = rank("부장");
        var director = enter("김민수", new Posts(List.of(post(team, Optional.of(rank))))).person();
        var other = enter("이영희", new Posts(List.of(post(team, Optional.empty())))).person();

        grant(root, ADMINISTRATOR, new Subject(Subject.Kind.RANK, rank, false), Optional.empty());

        assertThat(authority(director.id()).allows(PeopleCapabilities.MANAGE)).isTrue();
        assertThat(authority(other.id()).allows(PeopleCapabilities.MANAGE)).isFalse();
    }

    @Test
    void aDepartmentTakesInThoseBelowOnlyWhereAsked() {
        var member = enter("김민수", new Posts(List.of(post(team, Optional.empty())))).person();
        var role = role("people.manage");

        grant(root, role, new Subject(Subject.Kind.DEPARTMENT, sales.value(), false), none());
        assertThat(authority(member.id()).allows(PeopleCapabilities.MANAGE)).isFalse();

        var other = role("departments.manage");
        grant(root, other, new Subject(Subject.Kind.DEPARTMENT, sales.value(), true), none());
        assertThat(authority(member.id()).allows(PeopleCapabilities.DEPARTMENTS)).isTrue();
    }

    @Test
    void whoeverHoldsACapabilityEverywhereIsFound() {
        var rank = rank("부장");
        var director = enter("김민수", new Posts(List.of(post(team, Optional.of(rank))))).person();
        var member = enter("이영희", new Posts(List.of(post(team, Optional.empty())))).person();
        var narrowed = enter("박철수", Posts.NONE).person().id();
        var gone = enter("최영수", Posts.NONE).person();
        var managing = role("people.manage");
        grant(root, ADMINISTRATOR, new Subject(Subject.Kind.RANK, rank, false), none());
        grant(root, managing, new Subject(Subject.Kind.DEPARTMENT, sales.value(), true), none());
        grant(root, managing, person(narrowed), Optional.of(sales));
        grant(root, ADMINISTRATOR, person(gone.id()), none());
        in(() -> people.deactivate(root, gone.id(), gone.version()));

        assertThat(in(() -> authorities.holders(PeopleCapabilities.MANAGE, 10)))
                .containsExactlyInAnyOrder(owner, director.id(), member.id());
        assertThat(in(() -> authorities.holders(PeopleCapabilities.MANAGE, 1))).hasSize(1);
    }

    @Test
    void aNarrowedGrantCoversItsDepartmentAndThoseBelowAndNothingElse() {
        var member = enter("김민수", Posts.NONE).person().id();
        grant(root, role("people.manage", "authority.manage"), person(member), Optional.of(sales));

        var authority = authority(member);

        assertThat(authority.allows(PeopleCapabilities.MANAGE, sales)).isTrue();
        assertThat(authority.allows(PeopleCapabilities.MANAGE, team)).isTrue();
        assertThat(authority.allows(PeopleCapabilities.MANAGE, plant)).isFalse();
        assertThat(authority.allows(PeopleCapabilities.MANAGE)).isFalse();
        assertThat(authority.allowsSomewhere(AuthorityCapabilities.MANAGE)).isFalse();
    }

    @Test
    void aDepartmentsManagerEntersPeopleThereAndNowhereElse() {
        var member = enter("김민수", Posts.NONE).person().id();
        grant(root, role("people.manage"), person(member), Optional.of(sales));
        var manager = caller(member);

        var there = new Posts(List.of(post(team, Optional.empty())));
        var elsewhere = new Posts(List.of(post(plant, Optional.empty())));

        in(() -> people.create(manager, Person.Kind.MEMBER, details("이영희"), there));
        assertThatThrownBy(() ->
                        in(() ->
                                people.create(
                                        manager, Person.Kind.MEMBER, details("박"), elsewhere)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() ->
                        in(() ->
                                people.create(
                                        manager, Person.Kind.MEMBER, details("박"), Posts.NONE)))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void nobodyGrantsWhatTheyDoNotHold() {
        var member = enter("김민수", Posts.NONE).person().id();
        grant(root, ADMINISTRATOR, person(member), none());
        var administrator = caller(member);

        assertThatThrownBy(() -> grant(administrator, OWNER, person(member), none()))
                .isInstanceOf(BeyondAuthorityException.class);
        assertThatThrownBy(() -> roleOf(administrator, "authority.own"))
                .isInstanceOf(BeyondAuthorityException.class);
    }

    @Test
    void nobodyTakesAwayWhatTheyDoNotHold() {
        var member = enter("김민수", Posts.NONE).person().id();
        grant(root, ADMINISTRATOR, person(member), none());
        var second = enter("둘째", Posts.NONE).person().id();
        var ownership = grant(root, OWNER, person(second), none());

        assertThatThrownBy(() -> revoke(caller(member), ownership.id()))
                .isInstanceOf(BeyondAuthorityException.class);
    }

    @Test
    void aPostThatCarriesARoleIsGivenOnlyByWhoHoldsIt() {
        var rank = rank("부장");
        grant(root, ADMINISTRATOR, new Subject(Subject.Kind.RANK, rank, false), none());
        var member = enter("김민수", Posts.NONE).person().id();
        grant(root, role("people.manage"), person(member), none());
        var posts = new Posts(List.of(post(team, Optional.of(rank))));

        assertThatThrownBy(() ->
                        in(() ->
                                people.create(
                                        caller(member), Person.Kind.MEMBER, details("박"), posts)))
                .isInstanceOf(BeyondAuthorityException.class);
    }

    @Test
    void theLastOwnerStays() {
        var ownership = ownerships().getFirst();

        assertThatThrownBy(() -> revoke(root, ownership.id()))
                .isInstanceOf(LastOwnerException.class);
        assertThatThrownBy(() -> in(() -> people.deactivate(root, owner, 2)))
                .isInstanceOf(LastOwnerException.class);
    }

    @Test
    void anOwnerWhoNeverCameInIsNobodyToLeaveBehind() {
        var invited = enter("둘째", Posts.NONE).person();
        grant(root, OWNER, person(invited.id()), none());

        assertThatThrownBy(() -> in(() -> people.deactivate(root, owner, 2)))
                .isInstanceOf(LastOwnerException.class);

        arrive(invited.id());
        assertThat(in(() -> people.deactivate(root, owner, 2)).person().state())
                .isEqualTo(Person.State.INACTIVE);
    }

    @Test
    void ofTwoOwnersWhoLeaveAtOnceOneStays() throws Exception {
        for (int round = 0; round < 10; round++) {
            var second = enter("둘째" + round, Posts.NONE).person();
            arrive(second.id());
            grant(root, OWNER, person(second.id()), none());
            var first =
                    ownerships().stream()
                            .filter(grant -> !grant.subject().id().equals(second.id().value()))
                            .filter(grant -> isPresent(grant))
                            .findFirst()
                            .orElseThrow();
            var refused = new ArrayList<Throwable>();

            race(
                    refused,
                    () -> in(() -> people.deactivate(root, second.id(), second.version() + 1)),
                    () -> revoke(root, first.id()));

            assertThat(refused).singleElement().isInstanceOf(LastOwnerException.class);
            assertThat(ownerships().stream().filter(this::isPresent)).hasSize(1);
        }
    }

    @Test
    void anExplanationNamesTheGrantBehindACapability() {
        var member = enter("김민수", Posts.NONE).person().id();
        var grant = grant(root, ADMINISTRATOR, person(member), none());

        var why =
                in(() -> authorities.explain(root, member)).stream()
                        .filter(each -> each.capability().equals(PeopleCapabilities.MANAGE))
                        .toList();

        assertThat(why)
                .singleElement()
                .satisfies(holding -> {
                    assertThat(holding.role()).isEqualTo(ADMINISTRATOR);
                    assertThat(holding.grant()).map(Grant::id).contains(grant.id());
                });
    }

    @Test
    void aRoleIsNotGrantedToStrangers() {
        assertThatThrownBy(() ->
                        grant(root, ADMINISTRATOR, person(new PersonId(UUID.randomUUID())), none()))
                .isInstanceOf(InvalidInputException.class);
    }

    private boolean isPresent(Grant ownership) {
        var id = new PersonId(ownership.subject().id());
        return in(() -> people.find(id)).orElseThrow().state() != Person.State.INACTIVE;
    }

    private List<Grant> ownerships() {
        return in(() -> grants.list(root, Optional.empty())).stream()
                .filter(grant -> grant.role().equals(OWNER))
                .toList();
    }

    private static void race(List<Throwable> refused, Callable<Object> one, Callable<Object> other)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(List.of(one, other))) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    refused.add(e.getCause());
                }
            }
        }
    }

    private Authority authority(PersonId person) {
        return in(() -> authorities.of(person));
    }

    private Caller caller(PersonId person) {
        return Caller.author(tenant, person, authority(person));
    }

    private RoleKey role(String... capabilities) {
        return roleOf(root, capabilities);
    }

    private RoleKey roleOf(Caller caller, String... capabilities) {
        var draft = new Roles.Draft(String.join("+", capabilities), "", Set.of(capabilities));
        return in(() -> roles.create(caller, draft)).key();
    }

    private Grant grant(
            Caller caller, RoleKey role, Subject subject, Optional<DepartmentId> scope) {
        return in(() -> grants.grant(caller, role, subject, scope));
    }

    private boolean revoke(Caller caller, UUID grant) {
        return in(() -> {
            grants.revoke(caller, grant);
            return true;
        });
    }

    private UUID rank(String name) {
        var entries = List.of(new Designations.Entry(null, name));
        return in(() -> designations.replace(root, Designation.Kind.RANK, 0, entries))
                .items()
                .getFirst()
                .id();
    }

    private void arrive(PersonId person) {
        in(() -> {
            people.arrived(person);
            return true;
        });
    }

    private Card enter(String name, Posts posts) {
        return in(() -> people.create(root, Person.Kind.MEMBER, details(name), posts));
    }

    private static Details details(String name) {
        var number = UUID.randomUUID().toString();
        return new Details(
                null, number, name, null, null, null, null, null, null, null, null, null);
    }

    private static Post post(DepartmentId department, Optional<UUID> rank) {
        return new Post(department, true, rank, Optional.empty(), "");
    }

    private static Subject person(PersonId person) {
        return new Subject(Subject.Kind.PERSON, person.value(), false);
    }

    private static Optional<DepartmentId> none() {
        return Optional.empty();
    }

    private <T> T in(Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(tenant, code::get);
    }
}
