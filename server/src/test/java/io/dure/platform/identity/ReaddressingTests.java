package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingOrganisation.Insider;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingCollisions;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.people.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Changing where somebody's forgotten password is sent.
@ServerTest
class ReaddressingTests {
    private static final String OWN = "minsu@example.com";
    private static final String OTHER = "thief@example.net";

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired TestingCollisions collisions;
    @Autowired People people;
    private TestingOrganisation dure;
    private Insider minsu;

    @BeforeEach
    void aPersonWithANumber() {
        dure = signUps.open();
        minsu = dure.member("minsu");
        assertThat(edit(dure.browser(), OWN, "").status()).isEqualTo(200);
    }

    @Test
    void aBrowserLeftOpenChangesNoAddress() {
        database.ageProofs(dure.id());

        assertThat(edit(dure.browser(), OTHER, "").problem()).isEqualTo("proof-needed");
        assertThat(apply(dure.browser(), OTHER).problem()).isEqualTo("proof-needed");
        assertThat(edit(dure.browser(), OWN, "010-1234-5678").status()).isEqualTo(200);
        assertThat(person().text("email")).isEqualTo(OWN);

        dure.browser().post(dure.path("/me/proof/password"), Map.of("password", PASSWORD));
        assertThat(edit(dure.browser(), OTHER, "").text("email")).isEqualTo(OTHER);
    }

    @Test
    void aTokenChangesNoAddress() {
        var program = dure.stranger();
        var scopes = List.of("people.read", "people.manage");
        var secret =
                dure.browser()
                        .post(
                                dure.path("/me/tokens"),
                                Map.of("name", "script", "scopes", scopes, "days", 30))
                        .text("secret");
        var bearer = new String[] {"Authorization", "Bearer " + secret};

        assertThat(edit(program, OTHER, "", bearer).problem()).isEqualTo("session-needed");
        assertThat(apply(program, OTHER, bearer).problem()).isEqualTo("session-needed");
        assertThat(edit(program, OWN, "010-1234-5678", bearer).text("phone"))
                .isEqualTo("010-1234-5678");
        assertThat(person().text("email")).isEqualTo(OWN);
    }

    @Test
    void aLinkThatWentToTheFormerAddressDies() throws InterruptedException {
        var first = link();
        assertThat(look(first).status()).isEqualTo(200);

        edit(dure.browser(), OTHER, "");
        assertThat(look(first).problem()).isEqualTo("link-used-up");

        var second = link();
        var started = apply(dure.browser(), OWN);
        awaitEnd(started.text("id"));
        assertThat(look(second).problem()).isEqualTo("link-used-up");
    }

    @Test
    void noLinkIsMadeOrUsedWhileAnAddressChanges() throws Exception {
        var before = link();
        var use = Map.of("token", before, "password", "둥근달이 창가에 걸린밤");

        var used =
                collisions.collide(
                        dure.id(),
                        () -> people.hold(minsu.id()),
                        () -> dure.stranger().post(dure.path("/links/use"), use));
        var made = collisions.collide(dure.id(), () -> people.hold(minsu.id()), this::link);

        assertThat(used.status()).isEqualTo(200);
        assertThat(look(made).status()).isEqualTo(200);
    }

    private String link() {
        var made = dure.browser().post(dure.path("/people/" + minsu.id() + "/link"), Map.of());
        return made.text("path").replaceFirst(".*token=", "");
    }

    private Answer look(String token) {
        return dure.stranger().post(dure.path("/links/look"), Map.of("token", token));
    }

    private void awaitEnd(String started) throws InterruptedException {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!dure.browser().get(dure.path("/imports/" + started)).text("state").equals("APPLIED")
                && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private Answer person() {
        return dure.browser().get(dure.path("/people/" + minsu.id()));
    }

    private Answer edit(TestingBrowser browser, String email, String phone, String... headers) {
        var details =
                Map.of(
                        "employeeNumber",
                        "7",
                        "login",
                        "minsu",
                        "name",
                        "김minsu",
                        "email",
                        email,
                        "phone",
                        phone);
        var version = person().raw().headers().firstValue("ETag").orElseThrow();
        return browser.send(
                "PUT",
                dure.path("/people/" + minsu.id()),
                details,
                and(headers, "If-Match", version));
    }

    private Answer apply(TestingBrowser browser, String email, String... headers) {
        var csv = "employee_number,login,name,email\n7,minsu,김minsu," + email + "\n";
        var preview =
                browser.send(
                        "POST",
                        dure.path("/imports"),
                        csv,
                        and(headers, "Content-Type", "text/csv"));
        assertThat(preview.json().path("changedPeople").asInt()).isEqualTo(1);
        return browser.send(
                "POST", dure.path("/imports/" + preview.text("id") + "/apply"), Map.of(), headers);
    }

    private static String[] and(String[] headers, String name, String value) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of(name, value));
        return all.toArray(String[]::new);
    }
}
