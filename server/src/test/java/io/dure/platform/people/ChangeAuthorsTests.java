package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingOrganisation.Insider;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Changes whose author's authority is another on their day.
@ServerTest
class ChangeAuthorsTests {
    private final String tomorrow = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(1).toString();

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired ChangeJob job;

    private TestingOrganisation dure;
    private Insider clerk;

    /// The clerk's, to manage people and departments.
    private String grant;

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
        grant = grant(role, "PERSON", clerk.id().toString());
        office = made("/departments", Map.of("name", "전산실"));
        team = made("/departments", Map.of("name", "인사팀"));
        made("/transfers", transfer(team));
    }

    @Test
    void whatItsAuthorStillMayIsApplied() {
        var transfer = enter("/transfers", transferTomorrow());
        var reorganisation = enter("/reorganisations", moveTomorrow());

        theDayComes();

        assertThat(state("/transfers", transfer)).isEqualTo("APPLIED");
        assertThat(state("/reorganisations", reorganisation)).isEqualTo("APPLIED");
    }

    @Test
    void whatItsAuthorHasNoRoleForAnyMoreIsNot() {
        var transfer = enter("/transfers", transferTomorrow());
        var reorganisation = enter("/reorganisations", moveTomorrow());
        assertThat(dure.browser().delete(dure.path("/grants/" + grant)).status()).isEqualTo(204);

        theDayComes();

        assertRefused("/transfers", transfer);
        assertRefused("/reorganisations", reorganisation);
    }

    @Test
    void whatItsAuthorEnteredBeforeLeavingIsNot() {
        var transfer = enter("/transfers", transferTomorrow());
        var reorganisation = enter("/reorganisations", moveTomorrow());
        deactivateTheClerk();

        theDayComes();

        assertRefused("/transfers", transfer);
        assertRefused("/reorganisations", reorganisation);
    }

    @Test
    void nobodyGainsARoleThatADepartmentCameToCarryMeanwhile() {
        var transfer = enter("/transfers", transferTomorrow());
        var reorganisation = enter("/reorganisations", moveTomorrow());
        grant("ADMINISTRATOR", "DEPARTMENT", office);

        theDayComes();

        assertRefused("/transfers", transfer);
        assertRefused("/reorganisations", reorganisation);
        assertThat(clerk.browser().get(dure.path("/me")).json().path("capabilities").toString())
                .doesNotContain("authority.manage");
    }

    @Test
    void aTokenGivesOnTheDayNoMoreThanItMay() {
        var scopes = List.of("people.read", "people.manage");
        var made =
                dure.browser()
                        .post(
                                dure.path("/me/tokens"),
                                Map.of("name", "script", "scopes", scopes, "days", 30));
        var bearer = new String[] {"Authorization", "Bearer " + made.text("secret")};
        var program = dure.stranger();
        var toOffice = program.send("POST", dure.path("/transfers"), transferTomorrow(), bearer);
        assertThat(toOffice.text("state")).isEqualTo("PENDING");
        grant("ADMINISTRATOR", "DEPARTMENT", office);

        theDayComes();

        assertRefused("/transfers", toOffice.text("id"));
    }

    @Test
    void aBrowserLeftOpenEntersNothingThatWaits() {
        database.ageProofs(dure.id());

        var later = clerk.browser().post(dure.path("/transfers"), transferTomorrow());
        var today = clerk.browser().post(dure.path("/transfers"), transfer(office));

        assertThat(later.problem()).isEqualTo("proof-needed");
        assertThat(today.text("state")).isEqualTo("APPLIED");
    }

    @Test
    void whatBecameImpossibleIsTakenBack() {
        var transfer = enter("/transfers", transferTomorrow());
        var reorganisation = enter("/reorganisations", moveTomorrow());
        assertThat(dure.browser().delete(dure.path("/departments/" + office)).status())
                .isEqualTo(204);

        var one = clerk.browser().post(dure.path("/transfers/" + transfer + "/cancel"), Map.of());
        var other =
                clerk.browser()
                        .post(
                                dure.path("/reorganisations/" + reorganisation + "/cancel"),
                                Map.of());

        assertThat(one.text("state")).as(one.raw().body()).isEqualTo("CANCELLED");
        assertThat(other.text("state")).as(other.raw().body()).isEqualTo("CANCELLED");
    }

    @Test
    void whoManagesOneDepartmentKeepsNobodyThere() {
        var foreman = dure.member("foreman");
        var role = made("/roles", Map.of("name", "반장", "capabilities", Set.of("people.manage")));
        dure.grantWithin(team, role, foreman);
        var transfer = enter("/transfers", transferTomorrow());

        var answer =
                foreman.browser().post(dure.path("/transfers/" + transfer + "/cancel"), Map.of());

        assertThat(answer.problem()).isEqualTo("forbidden");
        assertThat(state("/transfers", transfer)).isEqualTo("PENDING");
    }

    @Test
    void theTrailKeepsWhatFailedAndSomebodyWhoMayEntersItAnew() {
        enter("/transfers", transferTomorrow());
        deactivateTheClerk();
        theDayComes();

        var anew = made("/transfers", transfer(office));

        assertThat(state("/transfers", anew)).isEqualTo("APPLIED");
        assertThat(
                        database.count(
                                "audit.entry where action = 'people.change-failed' and detail::text like '%"
                                        + clerk.id()
                                        + "%'",
                                dure.id()))
                .isEqualTo(1);
    }

    private Map<String, Object> transfer(String department) {
        return Map.of(
                "person",
                clerk.id().toString(),
                "replace",
                List.of(Map.of("department", department, "main", true)));
    }

    private Map<String, Object> transferTomorrow() {
        return Map.of(
                "person",
                clerk.id().toString(),
                "replace",
                List.of(Map.of("department", office, "main", true)),
                "effectiveOn",
                tomorrow);
    }

    private Map<String, Object> moveTomorrow() {
        var move = Map.of("kind", "MOVE", "department", team, "parent", office);
        return Map.of("steps", List.of(move), "effectiveOn", tomorrow);
    }

    private String enter(String path, Object change) {
        var answer = clerk.browser().post(dure.path(path), change);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        assertThat(answer.text("state")).isEqualTo("PENDING");
        return answer.text("id");
    }

    private void deactivateTheClerk() {
        var path = dure.path("/people/" + clerk.id());
        var version = dure.browser().get(path).raw().headers().firstValue("ETag").orElseThrow();
        assertThat(
                        dure.browser()
                                .send("POST", path + "/deactivate", null, "If-Match", version)
                                .status())
                .isEqualTo(200);
    }

    private void theDayComes() {
        database.execute(
                "update people.dated_change set effective_on = effective_on - 1 where state = 'PENDING' and tenant_id = ?",
                dure.id().value());
        job.run();
    }

    private void assertRefused(String path, String id) {
        assertThat(state(path, id)).isEqualTo("FAILED");
        assertThat(field(path, id, "failureCode")).isEqualTo("author-may-not");
    }

    private String state(String path, String id) {
        return field(path, id, "state");
    }

    private String field(String path, String id, String name) {
        return dure.browser()
                .get(dure.path(path))
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path(name)
                .asString();
    }

    private String grant(String role, String kind, String subject) {
        return made(
                "/grants",
                Map.of(
                        "role",
                        role,
                        "subject",
                        Map.of("kind", kind, "id", subject, "withBelow", true)));
    }

    private String made(String path, Object body) {
        var answer = dure.browser().post(dure.path(path), body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("id");
    }
}
