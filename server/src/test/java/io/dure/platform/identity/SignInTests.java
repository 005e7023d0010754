package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SignInTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired MeterRegistry meters;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void aLoginAndItsPasswordSignIn() {
        var browser = dure.stranger();

        var answer = dure.signIn(browser, "OWNER", PASSWORD);

        assertThat(answer.text("next")).isEqualTo("DONE");
        assertThat(browser.get(dure.path("/me")).text("login")).isEqualTo("owner");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        var wrong = dure.signIn(dure.stranger(), "owner", "not the password");
        var unknown = dure.signIn(dure.stranger(), "nobody", "not the password");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.raw().body()).isEqualTo(wrong.raw().body());
    }

    @Test
    void halfACharacterIsAWrongPassword() {
        var json = "{\"login\":\"owner\",\"password\":\"\\ud83d not the password\"}";

        assertThat(dure.stranger().send("POST", dure.path("/sessions"), json).status())
                .isEqualTo(401);
    }

    @Test
    void everyRefusalCostsTheSameHash() {
        dure.member("gone");
        database.execute(
                "update people.person set state = 'INACTIVE' where tenant_id = ? and login = 'gone'",
                dure.id().value());

        assertThat(Stream.of("owner", "nobody", "gone"))
                .allSatisfy(login ->
                        assertThat(
                                        hashesOf(() ->
                                                dure.signIn(
                                                        dure.stranger(),
                                                        login,
                                                        "not the password")))
                                .isEqualTo(1));
    }

    private double hashesOf(Runnable act) {
        var checks = meters.get("dure.password.checks").counter();
        var before = checks.count();
        act.run();
        return checks.count() - before;
    }

    @Test
    void eachSignInHasASessionOfItsOwn() {
        var browser = dure.stranger();
        dure.signIn(browser, "owner", PASSWORD);
        var first = browser.cookie("dure-o-" + dure.shortName());

        dure.signIn(browser, "owner", PASSWORD);

        assertThat(browser.cookie("dure-o-" + dure.shortName())).isNotEqualTo(first).isNotEmpty();
    }

    @Test
    void guessingIsSlowedDownAndSaysForHowLong() {
        var answer = guessUntilSlowedDown("owner");

        assertThat(answer.raw().headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void theRightPasswordIsNotLookedAtBeforeItsTime() {
        guessUntilSlowedDown("owner");

        assertThat(dure.signIn(dure.stranger(), "owner", PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void aLoginNobodyHasIsSlowedDownAlike() {
        assertThat(guessUntilSlowedDown("nobody").problem()).isEqualTo("too-many-tries");
    }

    @Test
    void whoeverGuessesTheOwnersBrowserStillGetsIn() {
        guessUntilSlowedDown("owner");

        assertThat(dure.signIn(dure.browser(), "owner", PASSWORD).status()).isEqualTo(200);
    }

    private TestingBrowser.Answer guessUntilSlowedDown(String login) {
        return Stream.generate(() -> dure.signIn(dure.stranger(), login, "a guess"))
                .limit(12)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anEndedSessionIsCutAtOnce() {
        var other = dure.stranger();
        dure.signIn(other, "owner", PASSWORD);
        var sessions = dure.browser().get(dure.path("/sessions")).json().path("items");
        var id = sessions.valueStream().filter(one -> !one.path("current").asBoolean()).findFirst();

        dure.browser().delete(dure.path("/sessions/" + id.orElseThrow().path("id").asString()));

        assertThat(other.get(dure.path("/me")).status()).isEqualTo(401);
        assertThat(dure.browser().get(dure.path("/me")).status()).isEqualTo(200);
    }

    @Test
    void signingOutEverywhereEndsAllSessions() {
        var other = dure.stranger();
        dure.signIn(other, "owner", PASSWORD);

        dure.browser().delete(dure.path("/sessions"));

        assertThat(other.get(dure.path("/me")).status()).isEqualTo(401);
        assertThat(dure.browser().get(dure.path("/me")).status()).isEqualTo(401);
    }

    @Test
    void oneBrowserIsInSeveralOrganisationsAtOnce() {
        var other = signUps.open();
        dure.signIn(other.browser(), "owner", PASSWORD);

        var items = other.browser().get("/api/sessions").json().path("items");

        assertThat(items.valueStream().map(one -> one.path("shortName").asString()))
                .containsExactlyInAnyOrder(dure.shortName(), other.shortName());
        assertThat(other.browser().get(dure.path("/me")).status()).isEqualTo(200);
        assertThat(other.browser().get(other.path("/me")).status()).isEqualTo(200);
    }

    @Test
    void aChangedPasswordEndsOtherSessionsAndDemandsTheOldOne() {
        var other = dure.stranger();
        dure.signIn(other, "owner", PASSWORD);
        var fresh = "둥근달이 창가에 걸린밤";

        var refused =
                dure.browser()
                        .put(dure.path("/me/password"), Map.of("old", "wrong", "fresh", fresh));
        var changed =
                dure.browser()
                        .put(dure.path("/me/password"), Map.of("old", PASSWORD, "fresh", fresh));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(changed.status()).isEqualTo(204);
        assertThat(dure.browser().get(dure.path("/me")).status()).isEqualTo(200);
        assertThat(other.get(dure.path("/me")).status()).isEqualTo(401);
        assertThat(dure.signIn(dure.stranger(), "owner", fresh).status()).isEqualTo(200);
    }

    @Test
    void aRequestFromAnotherSiteIsRefused() {
        var answer =
                dure.browser()
                        .send(
                                "DELETE",
                                dure.path("/sessions"),
                                null,
                                "Sec-Fetch-Site",
                                "cross-site");

        assertThat(answer.problem()).isEqualTo("cross-site");
        assertThat(dure.browser().get(dure.path("/me")).status()).isEqualTo(200);
    }
}
