package io.dure.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingOrganisation;
import io.dure.TestingOrganisation.Insider;
import io.dure.TestingSignUps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class PrivateDetailsTests {
    private static final List<String> PRIVATE =
            List.of("login", "employeeNumber", "mobile", "birthday", "hiredOn", "language");

    @Autowired TestingSignUps signUps;
    private TestingOrganisation dure;
    private Insider minsu;

    @BeforeEach
    void somebodyOfWhomAllIsKnown() {
        dure = signUps.open();
        minsu = dure.member("minsu");
        assertThat(edit().status()).isEqualTo(200);
    }

    @Test
    void colleaguesSeeTheDirectoryCard() {
        var card = card(dure.member("younghee").browser());

        assertThat(card.path("name").asString()).isEqualTo("김민수");
        assertThat(card.path("latinName").asString()).isEqualTo("Kim Minsu");
        assertThat(card.path("email").asString()).isEqualTo("minsu@example.com");
        assertThat(card.path("phone").asString()).isEqualTo("02-123-4567");
        assertThat(card.path("extension").asString()).isEqualTo("4567");
        assertThat(card.path("state").asString()).isEqualTo("ACTIVE");
        assertThat(PRIVATE).allMatch(field -> card.path(field).isNull());
    }

    @Test
    void thePersonAndWhoeverManagesThemSeeAll() {
        for (var browser : List.of(minsu.browser(), dure.browser())) {
            assertThat(PRIVATE).noneMatch(field -> card(browser).path(field).isNull());
        }
    }

    @Test
    void whoeverManagesADepartmentSeesAllOfItsPeopleOnly() {
        var sales = department("영업부");
        var plant = department("공장");
        var head = dure.member("head");
        grantPeopleManage(head, sales);

        post(sales);
        assertThat(card(head.browser()).path("birthday").asString()).isEqualTo("1990-03-01");
        post(plant);
        assertThat(card(head.browser()).path("birthday").isNull()).isTrue();
    }

    @Test
    void listsKeepTheSameSecrets() {
        assertThat(listed(dure.member("younghee").browser()).path("mobile").isNull()).isTrue();
        assertThat(listed(dure.member("cheolsu").browser()).path("employeeNumber").isNull())
                .isTrue();
        assertThat(listed(minsu.browser()).path("mobile").asString()).isEqualTo("010-1234-5678");
        assertThat(listed(dure.browser()).path("employeeNumber").asString()).isEqualTo("A1");
    }

    @Test
    void nobodyFindsBySearchWhatTheyMayNotSee() {
        var sales = department("영업부");
        var head = dure.member("head");
        grantPeopleManage(head, sales);
        var colleague = dure.member("younghee").browser();

        assertThat(found(colleague, "A1")).isZero();
        assertThat(found(colleague, "a1")).isZero();
        assertThat(found(colleague, "%EA%B9%80%EB%AF%BC%EC%88%98")).isOne();
        assertThat(found(dure.browser(), "A1")).isOne();
        assertThat(found(minsu.browser(), "A1")).isOne();
        assertThat(found(head.browser(), "A1")).isZero();
        post(sales);
        assertThat(found(head.browser(), "A1")).isOne();
        assertThat(found(colleague, "%EC%98%81%EC%97%85")).isOne();
    }

    private int found(TestingBrowser browser, String words) {
        return browser.get(dure.path("/people?q=" + words)).json().path("items").size();
    }

    private JsonNode card(TestingBrowser browser) {
        return browser.get(dure.path("/people/" + minsu.id())).json();
    }

    private JsonNode listed(TestingBrowser browser) {
        return browser.get(dure.path("/people?q=Minsu")).json().at("/items/0");
    }

    private TestingBrowser.Answer edit() {
        var all =
                new LinkedHashMap<String, Object>(
                        Map.of(
                                "login", "minsu",
                                "name", "김민수",
                                "latinName", "Kim Minsu",
                                "email", "minsu@example.com",
                                "employeeNumber", "A1",
                                "phone", "02-123-4567",
                                "extension", "4567",
                                "mobile", "010-1234-5678",
                                "birthday", "1990-03-01",
                                "language", "ko"));
        all.put("hiredOn", "2015-01-02");
        var version = card(dure.browser()).path("version").asLong();
        return dure.browser()
                .send(
                        "PUT",
                        dure.path("/people/" + minsu.id()),
                        all,
                        "If-Match",
                        "\"" + version + "\"");
    }

    private String department(String name) {
        return dure.browser().post(dure.path("/departments"), Map.of("name", name)).text("id");
    }

    private void post(String department) {
        var answer =
                dure.browser()
                        .post(
                                dure.path("/transfers"),
                                Map.of(
                                        "person",
                                        minsu.id(),
                                        "replace",
                                        List.of(Map.of("department", department, "main", true))));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private void grantPeopleManage(Insider to, String department) {
        var role =
                dure.browser()
                        .post(
                                dure.path("/roles"),
                                Map.of("name", "인사", "capabilities", List.of("people.manage")))
                        .text("id");
        var answer =
                dure.browser()
                        .post(
                                dure.path("/grants"),
                                Map.of(
                                        "role",
                                        role,
                                        "scope",
                                        department,
                                        "subject",
                                        Map.of(
                                                "kind",
                                                "PERSON",
                                                "id",
                                                to.id(),
                                                "withBelow",
                                                false)));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }
}
