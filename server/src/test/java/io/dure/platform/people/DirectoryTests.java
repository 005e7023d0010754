package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisations;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DirectoryTests {
    @Autowired TestingOrganisations organisations;
    @Autowired People people;
    @Autowired Departments departments;
    @Autowired Designations designations;
    @Autowired Directory directory;

    TenantId tenant;
    Caller caller;

    @BeforeEach
    void openOrganisation() {
        tenant = organisations.open(100);
        caller =
                TestingOrganisations.caller(
                        tenant,
                        PeopleCapabilities.READ,
                        PeopleCapabilities.MANAGE,
                        PeopleCapabilities.DEPARTMENTS);
    }

    @Test
    void initialConsonantsFindAKoreanName() {
        enter("김민수", Posts.NONE);
        enter("이영희", Posts.NONE);

        assertThat(found("ㄱㅁㅅ")).containsExactly("김민수");
    }

    @Test
    void syllablesAndInitialConsonantsMixFreely() {
        enter("김민수", Posts.NONE);
        enter("강민서", Posts.NONE);
        enter("김영수", Posts.NONE);
        enter("이영희", Posts.NONE);

        assertThat(found("김ㅁㅅ")).containsExactly("김민수");
        assertThat(found("ㄱ민ㅅ")).containsExactly("강민서", "김민수");
        assertThat(found("ㅁ수")).containsExactly("김민수");
        assertThat(found("ㄱㅇ수")).containsExactly("김영수");
        assertThat(found("김ㄱ")).isEmpty();
    }

    @Test
    void anyPartOfANameOrNumberFindsAPerson() {
        enter(details("김민수", "A-17", "minsu.kim@dure.example", "Kim Minsu", "金民秀"), Posts.NONE);
        enter("이영희", Posts.NONE);

        for (var words : List.of("민수", "a-17", "MINSU.K", "kim m", "民秀", "김민수")) {
            assertThat(found(words)).as(words).containsExactly("김민수");
        }
    }

    @Test
    void wildcardsAreLettersLikeOthers() {
        enter("김민수", Posts.NONE);

        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("\\")).isEmpty();
    }

    @Test
    void aDepartmentsNameFindsItsPeople() {
        var sales = in(() -> departments.create(caller, "영업본부", Optional.empty())).id();
        enter("김민수", post(sales));
        enter("이영희", Posts.NONE);

        assertThat(found("영업")).containsExactly("김민수");
    }

    @Test
    void aDepartmentListsThoseBelowItToo() {
        var sales = in(() -> departments.create(caller, "영업본부", Optional.empty())).id();
        var team = in(() -> departments.create(caller, "1팀", Optional.of(sales))).id();
        enter("김민수", post(team));
        enter("이영희", Posts.NONE);

        assertThat(list("", Optional.of(sales), 10)).containsExactly("김민수");
    }

    @Test
    void higherRanksComeFirstThenNamesInKoreanOrder() {
        var ranks =
                in(() ->
                        designations.replace(
                                caller,
                                Designation.Kind.RANK,
                                0,
                                List.of(
                                        new Designations.Entry(null, "부장"),
                                        new Designations.Entry(null, "사원"))));
        var sales = in(() -> departments.create(caller, "영업본부", Optional.empty())).id();
        enter("나", post(sales, ranks.items().get(1)));
        enter("Alex", post(sales, ranks.items().get(1)));
        enter("가", post(sales, ranks.items().get(1)));
        enter("하", post(sales, ranks.items().get(0)));
        enter("다", Posts.NONE);

        assertThat(found("")).containsExactly("하", "가", "나", "Alex", "다");
    }

    @Test
    void pagesFollowEachOtherWithoutHolesOrRepeats() {
        for (int i = 0; i < 7; i++) {
            enter(i % 2 == 0 ? "김민수" : "이영희", Posts.NONE);
        }

        var seen = new ArrayList<Listing>();
        Optional<DirectoryPosition> next = Optional.empty();
        do {
            var after = next;
            var page = in(() -> directory.list(caller, query("", Optional.empty(), after, 2)));
            seen.addAll(page.items());
            next = page.next().map(position -> DirectoryPosition.of(position.cursor()));
        } while (next.isPresent());

        assertThat(seen).extracting(Listing::id).doesNotHaveDuplicates().hasSize(7);
        assertThat(seen).extracting(Listing::name).isSorted();
    }

    private List<String> found(String words) {
        return list(words, Optional.empty(), 50);
    }

    private List<String> list(String words, Optional<DepartmentId> department, int limit) {
        return in(() ->
                directory
                        .list(caller, query(words, department, Optional.empty(), limit))
                        .items()
                        .stream()
                        .map(Listing::name)
                        .toList());
    }

    private static DirectoryQuery query(
            String words,
            Optional<DepartmentId> department,
            Optional<DirectoryPosition> after,
            int limit) {
        return new DirectoryQuery(
                words,
                department,
                Set.of(Person.State.values()),
                Set.of(Person.Kind.values()),
                after,
                limit);
    }

    private void enter(String name, Posts posts) {
        var number = java.util.UUID.randomUUID().toString();
        enter(details(name, number, null, "", ""), posts);
    }

    private void enter(Details details, Posts posts) {
        in(() -> people.create(caller, Person.Kind.MEMBER, details, posts));
    }

    private static Details details(
            String name,
            String number,
            @org.jspecify.annotations.Nullable String email,
            String latin,
            String chinese) {
        return new Details(
                null, number, name, email, latin, chinese, null, null, null, null, null, null);
    }

    private static Posts post(DepartmentId department) {
        return new Posts(
                List.of(new Post(department, true, Optional.empty(), Optional.empty(), "")));
    }

    private static Posts post(DepartmentId department, Designation rank) {
        return new Posts(
                List.of(new Post(department, true, Optional.of(rank.id()), Optional.empty(), "")));
    }

    private <T> T in(Supplier<T> code) {
        return TenantScope.<T, RuntimeException>call(tenant, code::get);
    }
}
