package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LinkTests {
    private static final String FRESH = "둥근달이 창가에 걸린밤";

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void aLinkCanBeLookedAtAndThenUsedOnce() {
        var minsu = dure.member("minsu");
        var token = link(minsu);
        var browser = dure.stranger();

        var looked = browser.post(dure.path("/links/look"), Map.of("token", token));
        var used = use(browser, token);
        var again = use(dure.stranger(), token);

        assertThat(looked.text("login")).isEqualTo("minsu");
        assertThat(used.text("next")).isEqualTo("DONE");
        assertThat(again.problem()).isEqualTo("link-used-up");
        assertThat(dure.signIn(dure.stranger(), "minsu", FRESH).status()).isEqualTo(200);
        assertThat(minsu.browser().get(dure.path("/me")).status()).isEqualTo(401);
    }

    @Test
    void onlyTheNewestLinkWorks() {
        var minsu = dure.member("minsu");
        var first = link(minsu);
        var second = link(minsu);

        assertThat(use(dure.stranger(), first).status()).isEqualTo(404);
        assertThat(use(dure.stranger(), second).status()).isEqualTo(200);
    }

    @Test
    void aWeakPasswordDoesNotUseTheLinkUp() {
        var token = link(dure.member("minsu"));

        var weak =
                dure.stranger()
                        .post(
                                dure.path("/links/use"),
                                Map.of("token", token, "password", "1234567890"));

        assertThat(weak.problem()).isEqualTo("invalid-input");
        assertThat(use(dure.stranger(), token).status()).isEqualTo(200);
    }

    @Test
    void aMemberMakesNoLinks() {
        var minsu = dure.member("minsu");

        var answer = minsu.browser().post(dure.path("/people/" + dure.owner() + "/link"), Map.of());

        assertThat(answer.problem()).isEqualTo("forbidden");
    }

    @Test
    void nobodyTakesOverWhoMayDoMore() {
        var minsu = dure.member("minsu");
        grant("ADMINISTRATOR", minsu);

        var owner = minsu.browser().post(dure.path("/people/" + dure.owner() + "/link"), Map.of());
        var other =
                minsu.browser()
                        .post(
                                dure.path("/people/" + dure.member("younghee").id() + "/link"),
                                Map.of());

        assertThat(owner.status()).isEqualTo(403);
        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void aLinkWorksOnlyWhileItsMakerCouldMakeIt() {
        var minsu = dure.member("minsu");
        grant("ADMINISTRATOR", minsu);
        var younghee = dure.member("younghee");
        var toYounghee = link(minsu, younghee);
        var toHaneul = link(minsu, dure.member("haneul"));
        grant("OWNER", younghee);

        var looked = dure.stranger().post(dure.path("/links/look"), Map.of("token", toYounghee));
        var used = use(dure.stranger(), toYounghee);

        assertThat(looked.problem()).isEqualTo("link-used-up");
        assertThat(used.problem()).isEqualTo("link-used-up");
        assertThat(dure.signIn(dure.stranger(), "younghee", PASSWORD).status()).isEqualTo(200);
        assertThat(use(dure.stranger(), toHaneul).status()).isEqualTo(200);
    }

    @Test
    void nobodyComesBackByALink() {
        var minsu = dure.member("minsu");
        var token = link(minsu);
        database.execute(
                "update people.person set state = 'INACTIVE' where person_id = ?",
                minsu.id().value());

        assertThat(use(dure.stranger(), token).problem()).isEqualTo("link-used-up");
    }

    @Test
    void askingForANewPasswordTellsNothing() {
        var known = dure.stranger().post(dure.path("/password-resets"), Map.of("login", "owner"));
        var unknown =
                dure.stranger().post(dure.path("/password-resets"), Map.of("login", "nobody"));

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(known.raw().body()).isEqualTo(unknown.raw().body());
        assertThat(dure.signIn(dure.stranger(), "owner", PASSWORD).status()).isEqualTo(200);
    }

    private void grant(String role, TestingOrganisation.Insider person) {
        var subject = Map.of("kind", "PERSON", "id", person.id(), "withBelow", false);
        var answer =
                dure.browser().post(dure.path("/grants"), Map.of("role", role, "subject", subject));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private String link(TestingOrganisation.Insider person) {
        return link(dure.browser(), person);
    }

    private String link(TestingOrganisation.Insider maker, TestingOrganisation.Insider person) {
        return link(maker.browser(), person);
    }

    private String link(TestingBrowser maker, TestingOrganisation.Insider person) {
        var answer = maker.post(dure.path("/people/" + person.id() + "/link"), Map.of());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("purpose")).isEqualTo("RESET");
        return answer.text("path").replaceFirst(".*token=", "");
    }

    private TestingBrowser.Answer use(TestingBrowser browser, String token) {
        return browser.post(dure.path("/links/use"), Map.of("token", token, "password", FRESH));
    }
}
