package io.dure.platform.authority;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingOrganisation.Insider;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody who manages people and departments, and would like to do more.
@ServerTest
class EscalationTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;

    private TestingOrganisation dure;
    private Insider clerk;

    /// Where administrators are.
    private String office;

    private String team;

    @BeforeEach
    void aClerk() {
        dure = signUps.open();
        clerk = dure.member("clerk");
        var role =
                made(
                        "/roles",
                        Map.of(
                                "name",
                                "인사",
                                "capabilities",
                                Set.of("people.manage", "departments.manage")));
        grant(role, "PERSON", clerk.id().toString());
        office = made("/departments", Map.of("name", "전산실"));
        team = made("/departments", Map.of("name", "인사팀"));
        grant("ADMINISTRATOR", "DEPARTMENT", office);
        var post = Map.of("department", team, "main", true);
        made("/transfers", Map.of("person", clerk.id().toString(), "replace", List.of(post)));
    }

    @Test
    void nobodyMovesADepartmentBelowOneThatCarriesMoreThanTheyHold() {
        var answer =
                post("/departments/" + team + "/move", Map.of("parent", office, "position", 0));

        assertThat(answer.problem()).isEqualTo("beyond-authority");
        assertThat(capabilities()).doesNotContain("authority.manage");
    }

    @Test
    void noReorganisationBringsPeopleIntoADepartmentThatCarriesMoreThanItsMakerHolds() {
        var people = Map.of("kind", "MOVE_PEOPLE", "department", team, "to", office);
        var department = Map.of("kind", "MOVE", "department", team, "parent", office);

        assertThat(reorganise(List.of(people)).problem()).isEqualTo("beyond-authority");
        assertThat(reorganise(List.of(department)).problem()).isEqualTo("beyond-authority");
        assertThat(capabilities()).doesNotContain("authority.manage");
    }

    @Test
    void noStepOfAReorganisationPreparesWhatALaterOneCompletes() {
        var shed = UUID.randomUUID().toString();
        var openThere = Map.of("kind", "OPEN", "department", shed, "name", "창고", "parent", office);
        var openAtTheTop = Map.of("kind", "OPEN", "department", shed, "name", "창고");
        var below = Map.of("kind", "MOVE", "department", team, "parent", shed);
        var people = Map.of("kind", "MOVE_PEOPLE", "department", team, "to", shed);
        var up = Map.of("kind", "MOVE", "department", shed, "parent", office);

        assertThat(reorganise(List.of(openThere, people)).problem()).isEqualTo("beyond-authority");
        assertThat(reorganise(List.of(openAtTheTop, below, up)).problem())
                .isEqualTo("beyond-authority");
        assertThat(reorganise(List.of(openAtTheTop, people, up)).problem())
                .isEqualTo("beyond-authority");
        assertThat(reorganise(List.of(openAtTheTop, people)).status()).isEqualTo(201);
        assertThat(capabilities()).doesNotContain("authority.manage");
    }

    @Test
    void nobodyHandsADepartmentToWhoeverMayDoMoreThereThanTheyMay() {
        var plant = made("/departments", Map.of("name", "공장"));
        var line = made("/departments", Map.of("name", "라인", "parent", plant));
        var role = made("/roles", Map.of("name", "계정", "capabilities", Set.of("people.manage")));
        var foreman = dure.member("foreman");
        dure.grantWithin(plant, role, foreman);
        var mover = dure.member("mover");
        var tree =
                made("/roles", Map.of("name", "조직", "capabilities", Set.of("departments.manage")));
        grant(tree, "PERSON", mover.id().toString());

        var below = Map.of("parent", line, "position", 0);
        var refused = mover.browser().post(dure.path("/departments/" + team + "/move"), below);
        var covered = post("/departments/" + team + "/move", below);
        var reordered =
                mover.browser()
                        .post(
                                dure.path("/departments/" + line + "/move"),
                                Map.of("parent", plant, "position", 0));

        assertThat(refused.problem()).isEqualTo("beyond-authority");
        assertThat(covered.status()).as(covered.raw().body()).isEqualTo(200);
        assertThat(reordered.status()).as(reordered.raw().body()).isEqualTo(200);
    }

    @Test
    void nobodyTakesADepartmentIntoTheirOwn() {
        var plant = made("/departments", Map.of("name", "공장"));
        var role = made("/roles", Map.of("name", "현장", "capabilities", Set.of("people.manage")));
        var tree =
                made("/roles", Map.of("name", "조직", "capabilities", Set.of("departments.manage")));
        var foreman = dure.member("foreman");
        dure.grantWithin(plant, role, foreman);
        grant(tree, "PERSON", foreman.id().toString());

        var answer =
                foreman.browser()
                        .post(
                                dure.path("/departments/" + team + "/move"),
                                Map.of("parent", plant, "position", 0));

        assertThat(answer.problem()).isEqualTo("beyond-authority");
    }

    @Test
    void whoIsDeactivatedIsStillBeyondWhoeverMayDoLess() {
        var second = dure.member("second");
        grant("OWNER", "PERSON", second.id().toString());
        var path = dure.path("/people/" + second.id());
        assertThat(change(dure.browser(), "/deactivate", path).status()).isEqualTo(200);
        var details = Map.of("login", "second", "name", "김", "email", "clerk@example.net");

        var mail =
                clerk.browser()
                        .send("PUT", path, details, "If-Match", tag(dure.browser().get(path)));
        var back = change(clerk.browser(), "/reactivate", path);
        database.ageProofs(dure.id());
        var leftOpen = change(dure.browser(), "/reactivate", path);
        dure.browser().post(dure.path("/me/proof/password"), Map.of("password", PASSWORD));
        var byOwner = change(dure.browser(), "/reactivate", path);

        assertThat(mail.problem()).isEqualTo("beyond-authority");
        assertThat(back.problem()).isEqualTo("beyond-authority");
        assertThat(leftOpen.problem()).isEqualTo("proof-needed");
        assertThat(byOwner.status()).isEqualTo(200);
    }

    @Test
    void nobodyRedirectsTheMailOfSomebodyWhoMayDoMore() {
        var owner = dure.path("/people/" + dure.owner());
        var details =
                Map.of(
                        "login", "owner",
                        "name", "김owner",
                        "email", "clerk@example.net",
                        "employeeNumber", "1");

        var answer =
                clerk.browser()
                        .send("PUT", owner, details, "If-Match", tag(dure.browser().get(owner)));

        assertThat(answer.problem()).isEqualTo("beyond-authority");
        assertThat(dure.browser().get(owner).text("email")).isEqualTo("owner@example.com");
    }

    @Test
    void noImportGivesAPostThatCarriesMoreThanItsAuthorHolds() {
        var office = "employee_number,name,department\n7,김모과,전산실\n";
        var team = "employee_number,name,department\n7,김모과,인사팀\n";

        assertThat(apply(office).problem()).isEqualTo("beyond-authority");
        assertThat(apply(team).status()).isEqualTo(202);
    }

    @Test
    void noImportRedirectsTheMailOfSomebodyWhoMayDoMore() {
        var owner = dure.path("/people/" + dure.owner());
        var details =
                Map.of(
                        "login", "owner",
                        "name", "김owner",
                        "email", "owner@example.com",
                        "employeeNumber", "1");
        var before = tag(dure.browser().get(owner));
        assertThat(dure.browser().send("PUT", owner, details, "If-Match", before).status())
                .isEqualTo(200);
        var csv = "employee_number,name,email\n1,김owner,clerk@example.net\n";

        var preview =
                clerk.browser()
                        .send("POST", dure.path("/imports"), csv, "Content-Type", "text/csv");
        var answer = post("/imports/" + preview.text("id") + "/apply", Map.of());

        assertThat(answer.problem()).isEqualTo("beyond-authority");
        assertThat(dure.browser().get(owner).text("email")).isEqualTo("owner@example.com");
    }

    @Test
    void noImportRedirectsTheMailOfOneAmongManyWhoMayDoMoreByTheirPost() {
        number(dure.member("plain"), "1");
        var admin = dure.member("admin");
        number(admin, "2");
        var post = Map.of("department", office, "main", true);
        made("/transfers", Map.of("person", admin.id().toString(), "replace", List.of(post)));

        var both = "employee_number,name,email\n1,김plain,a@example.net\n2,김admin,b@example.net\n";
        var plainOnly = "employee_number,name,email\n1,김plain,a@example.net\n";

        assertThat(apply(both).problem()).isEqualTo("beyond-authority");
        assertThat(apply(plainOnly).status()).isEqualTo(202);
    }

    private Answer change(TestingBrowser browser, String act, String person) {
        return browser.send(
                "POST", person + act, null, "If-Match", tag(dure.browser().get(person)));
    }

    private void number(Insider person, String number) {
        var path = dure.path("/people/" + person.id());
        var details =
                Map.of(
                        "login",
                        person.login(),
                        "name",
                        "김" + person.login(),
                        "email",
                        person.login() + "@example.com",
                        "employeeNumber",
                        number);
        var answer =
                dure.browser()
                        .send("PUT", path, details, "If-Match", tag(dure.browser().get(path)));
        assertThat(answer.status()).isEqualTo(200);
    }

    private Answer apply(String csv) {
        var preview =
                clerk.browser()
                        .send("POST", dure.path("/imports"), csv, "Content-Type", "text/csv");
        return post("/imports/" + preview.text("id") + "/apply", Map.of());
    }

    private static String tag(Answer answer) {
        return answer.raw().headers().firstValue("ETag").orElseThrow();
    }

    private Answer post(String path, Object body) {
        return clerk.browser().post(dure.path(path), body);
    }

    private Answer reorganise(List<Map<String, String>> steps) {
        return post("/reorganisations", Map.of("steps", steps));
    }

    private List<String> capabilities() {
        return clerk.browser()
                .get(dure.path("/me"))
                .json()
                .path("capabilities")
                .valueStream()
                .map(each -> each.asString())
                .toList();
    }

    private String made(String path, Object body) {
        var answer = dure.browser().post(dure.path(path), body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("id");
    }

    private void grant(String role, String kind, String subject) {
        made(
                "/grants",
                Map.of(
                        "role",
                        role,
                        "subject",
                        Map.of("kind", kind, "id", subject, "withBelow", true)));
    }
}
