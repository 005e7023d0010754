package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LinkTests {
    private static final String FRESH = "둥근달이 창가에 걸린밤";

    @Autowired TestingSignUps signUps;
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
        dure.browser()
                .post(
                        dure.path("/grants"),
                        Map.of(
                                "role",
                                "ADMINISTRATOR",
                                "subject",
                                Map.of("kind", "PERSON", "id", minsu.id(), "withBelow", false)));

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
    void askingForANewPasswordTellsNothing() {
        var known = dure.stranger().post(dure.path("/password-resets"), Map.of("login", "owner"));
        var unknown =
                dure.stranger().post(dure.path("/password-resets"), Map.of("login", "nobody"));

        assertThat(known.status()).isEqualTo(202);
        assertThat(unknown.status()).isEqualTo(202);
        assertThat(known.raw().body()).isEqualTo(unknown.raw().body());
        assertThat(dure.signIn(dure.stranger(), "owner", PASSWORD).status()).isEqualTo(200);
    }

    private String link(TestingOrganisation.Insider person) {
        var answer = dure.browser().post(dure.path("/people/" + person.id() + "/link"), Map.of());
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("purpose")).isEqualTo("RESET");
        return answer.text("path").replaceFirst(".*token=", "");
    }

    private io.dure.TestingBrowser.Answer use(io.dure.TestingBrowser browser, String token) {
        return browser.post(dure.path("/links/use"), Map.of("token", token, "password", FRESH));
    }
}
