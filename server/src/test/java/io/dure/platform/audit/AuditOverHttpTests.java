package io.dure.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class AuditOverHttpTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisationInWhichSomethingHappened() {
        dure = signUps.open();
        opened("영업부");
        opened("공장");
    }

    @Test
    void anEntryNamesWhoDidIt() {
        var entry = list("?action=departments.opened").getFirst();

        assertThat(entry.path("actorKind").asString()).isEqualTo("PERSON");
        assertThat(entry.path("actor").asString()).isEqualTo(dure.owner().toString());
        assertThat(entry.path("actorName").asString()).isEqualTo("김owner");
    }

    @Test
    void anEntryNamesToWhomItWasDone() {
        var minsu = dure.member("minsu");

        var entry = list("?subject=person:" + minsu.id()).getFirst();

        assertThat(entry.path("subjectName").asString()).isEqualTo("김minsu");
        assertThat(list("?action=departments.").getFirst().path("subjectName").isNull()).isTrue();
    }

    @Test
    void aDepartmentIsCalledAsItWasThen() {
        var entry = list("?action=departments.").getFirst();

        assertThat(entry.path("detail").path("name").asString()).isEqualTo("공장");
    }

    @Test
    void aTrailIsNarrowedByPartActorSubjectAndTime() {
        var second = list("?action=departments.").getFirst();
        var subject = second.path("subject").asString();
        var at = second.path("at").asString();

        assertThat(list("?action=departments.")).hasSize(2);
        assertThat(list("?action=departments.opened")).hasSize(2);
        assertThat(list("?action=departments")).isEmpty();
        assertThat(list("?action=departments.&actor=" + dure.owner())).hasSize(2);
        assertThat(list("?actor=00000000-0000-0000-0000-00000000abcd")).isEmpty();
        assertThat(list("?subject=" + subject)).hasSize(1);
        assertThat(list("?action=departments.&from=" + at)).hasSize(1);
        assertThat(list("?action=departments.&to=" + at)).hasSize(1);
    }

    @Test
    void pagesFollowEachOtherUntilTheEnd() {
        var all = list("").stream().map(AuditOverHttpTests::id).toList();
        var seen = new ArrayList<String>();

        var page = get("?limit=2").json();
        while (page.path("items").size() > 0) {
            page.path("items").valueStream().map(AuditOverHttpTests::id).forEach(seen::add);
            page = get("?limit=2&cursor=" + seen.getLast()).json();
        }

        assertThat(seen).hasSizeGreaterThan(2).isEqualTo(all);
        assertThat(get("?limit=0").status()).isEqualTo(422);
        assertThat(get("?limit=201").status()).isEqualTo(422);
    }

    @Test
    void anExportKeepsTheFilterAndRunsNothing() {
        database.execute(
                "update people.person set name = '=1+1' where tenant_id = ? and person_id = ?",
                dure.id().value(),
                dure.owner().value());

        var answer = dure.browser().get(dure.path("/audit.csv?action=departments."));

        var lines = answer.raw().body().lines().toList();
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("\uFEFF\"at\",\"actorKind\",\"actor\"");
        assertThat(lines.subList(1, 3))
                .allSatisfy(line ->
                        assertThat(line)
                                .contains("\"" + dure.owner() + "\",\"'=1+1\"")
                                .contains("\"departments.opened\""));
    }

    @Test
    void onlyWhoMayReadTheTrailReadsIt() {
        var minsu = dure.member("minsu").browser();

        assertThat(minsu.get(dure.path("/audit")).problem()).isEqualTo("forbidden");
        assertThat(minsu.get(dure.path("/audit.csv")).problem()).isEqualTo("forbidden");
    }

    @Test
    void anotherOrganisationsEntriesAreNeitherShownNorPlacesToGoOnFrom() {
        var other = signUps.open();
        var theirs = id(other.browser().get(other.path("/audit")).json().at("/items/0"));

        assertThat(list("").stream().map(AuditOverHttpTests::id)).doesNotContain(theirs);
        assertThat(list("?actor=" + other.owner())).isEmpty();
        assertThat(dure.browser().get(other.path("/audit")).status()).isEqualTo(401);
    }

    private void opened(String name) {
        var answer = dure.browser().post(dure.path("/departments"), Map.of("name", name));
        assertThat(answer.status()).isEqualTo(201);
    }

    private Answer get(String query) {
        return dure.browser().get(dure.path("/audit" + query));
    }

    private List<JsonNode> list(String query) {
        return get(query).json().path("items").valueStream().toList();
    }

    private static String id(JsonNode entry) {
        return entry.path("id").asString();
    }
}
