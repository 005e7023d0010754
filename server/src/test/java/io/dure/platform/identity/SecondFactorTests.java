package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.PersonId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class SecondFactorTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired InstantSource clock;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void withAnAppThePasswordAloneOpensNothing() {
        var secret = enrol(dure.browser()).secret();
        var browser = dure.stranger();

        var first = dure.signIn(browser, "owner", PASSWORD);
        var between = browser.get(dure.path("/me"));
        var second = code(browser, next(secret));

        assertThat(first.text("next")).isEqualTo("SECOND_FACTOR");
        assertThat(between.status()).isEqualTo(401);
        assertThat(second.text("next")).isEqualTo("DONE");
        assertThat(browser.get(dure.path("/me")).status()).isEqualTo(200);
    }

    @Test
    void anAppCallsTheConsoleByItsNameOnce() {
        var operator = signUps.operator(BuiltInRole.OWNER);

        var uri = operator.post("/api/console/me/totp", Map.of()).text("uri");

        assertThat(uri).startsWith("otpauth://totp/Dure:").endsWith("&issuer=Dure");
    }

    @Test
    void aCodeIsNotTakenTwice() {
        var secret = enrol(dure.browser()).secret();
        var code = next(secret);
        var first = dure.stranger();
        dure.signIn(first, "owner", PASSWORD);
        code(first, code);
        var second = dure.stranger();
        dure.signIn(second, "owner", PASSWORD);

        assertThat(code(second, code).problem()).isEqualTo("code-refused");
    }

    @Test
    void eachOfTenRecoveryCodesIsGoodOnce() {
        var codes = enrol(dure.browser()).recoveryCodes();
        var browser = dure.stranger();
        dure.signIn(browser, "owner", PASSWORD);
        var other = dure.stranger();
        dure.signIn(other, "owner", PASSWORD);

        assertThat(codes).hasSize(10);
        assertThat(code(browser, codes.getFirst().toLowerCase(java.util.Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(code(other, codes.getFirst()).problem()).isEqualTo("sign-in-expired");
        dure.signIn(other, "owner", PASSWORD);
        assertThat(code(other, codes.getFirst()).problem()).isEqualTo("code-refused");
        assertThat(code(other, codes.get(1)).status()).isEqualTo(200);
    }

    @Test
    void whereItIsDemandedNothingElseWorksUntilThereIsOne() {
        var minsu = dure.member("minsu");
        demand();

        var before = minsu.browser().get(dure.path("/people"));
        var me = minsu.browser().get(dure.path("/me"));
        enrol(minsu.browser());
        var after = minsu.browser().get(dure.path("/people"));

        assertThat(before.problem()).isEqualTo("second-factor-needed");
        assertThat(me.json().path("secondFactorNeeded").asBoolean()).isTrue();
        assertThat(after.status()).isEqualTo(200);
    }

    @Test
    void theLastFactorStaysWhereItIsDemanded() {
        enrol(dure.browser());
        demand();

        assertThat(dure.browser().delete(dure.path("/me/totp")).problem())
                .isEqualTo("last-second-factor");
    }

    @Test
    void anAdministratorTakesALostAppOff() {
        var minsu = dure.member("minsu");
        enrol(minsu.browser());

        dure.browser().delete(dure.path("/people/" + minsu.id() + "/second-factors"));

        assertThat(minsu.browser().get(dure.path("/me")).status()).isEqualTo(401);
        assertThat(dure.signIn(minsu.browser(), "minsu", PASSWORD).text("next")).isEqualTo("DONE");
    }

    @Test
    void changingHowOneProvesOneselfNeedsAFreshProof() {
        enrol(dure.browser());
        age();

        assertThat(dure.browser().delete(dure.path("/me/totp")).problem())
                .isEqualTo("proof-needed");
        assertThat(post("/me/recovery-codes", Map.of()).problem()).isEqualTo("proof-needed");
        assertThat(post("/me/totp", Map.of()).problem()).isEqualTo("proof-needed");
        assertThat(post("/me/passkeys/options", Map.of()).problem()).isEqualTo("proof-needed");
        assertThat(dure.browser().delete(dure.path("/me/passkeys/" + UUID.randomUUID())).problem())
                .isEqualTo("proof-needed");
        assertThat(
                        post(
                                        "/me/tokens",
                                        Map.of(
                                                "name",
                                                "script",
                                                "scopes",
                                                Set.of("people.read"),
                                                "days",
                                                30))
                                .problem())
                .isEqualTo("proof-needed");
        assertThat(
                        dure.browser()
                                .get(dure.path("/me/second-factors"))
                                .json()
                                .path("totp")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void makingAnotherWayInNeedsAFreshProof() {
        var minsu = dure.member("minsu");
        age();

        assertThat(post("/people/" + minsu.id() + "/link", Map.of()).problem())
                .isEqualTo("proof-needed");
        assertThat(
                        post(
                                        "/storage/keys",
                                        Map.of(
                                                "kind",
                                                "PERSONAL",
                                                "name",
                                                "laptop",
                                                "rights",
                                                Set.of("READ")))
                                .problem())
                .isEqualTo("proof-needed");
    }

    @Test
    void givingRolesNeedsAFreshProof() {
        var minsu = dure.member("minsu");
        var role = Map.of("name", "문", "capabilities", Set.of("people.read"));
        var made = post("/roles", role);
        var subject = Map.of("kind", "PERSON", "id", minsu.id(), "withBelow", false);
        age();

        assertThat(post("/roles", role).problem()).isEqualTo("proof-needed");
        assertThat(dure.browser().put(dure.path("/roles/" + made.text("id")), role).problem())
                .isEqualTo("proof-needed");
        assertThat(post("/grants", Map.of("role", "OWNER", "subject", subject)).problem())
                .isEqualTo("proof-needed");
    }

    @Test
    void aPostThatCarriesARoleNeedsAFreshProofAsTheRoleDoes() {
        var minsu = dure.member("minsu");
        var board = post("/departments", Map.of("name", "이사회")).text("id");
        var team = post("/departments", Map.of("name", "1팀")).text("id");
        var subject = Map.of("kind", "DEPARTMENT", "id", board, "withBelow", true);
        post("/grants", Map.of("role", "ADMINISTRATOR", "subject", subject));
        age();

        assertThat(transfer(minsu.id(), board).problem()).isEqualTo("proof-needed");
        assertThat(transfer(minsu.id(), team).status()).isEqualTo(201);
        assertThat(
                        post(
                                        "/departments/" + team + "/move",
                                        Map.of("parent", board, "position", 0))
                                .problem())
                .isEqualTo("proof-needed");
    }

    private TestingBrowser.Answer transfer(PersonId person, String department) {
        var posts = List.of(Map.of("department", department, "main", true));
        return post("/transfers", Map.of("person", person, "replace", posts));
    }

    @Test
    void demandingNoSecondFactorAnyMoreNeedsAFreshProof() {
        assertThat(demandByApi(true).status()).isEqualTo(200);
        enrol(dure.browser());
        age();

        assertThat(demandByApi(false).problem()).isEqualTo("proof-needed");
        post("/me/proof/password", Map.of("password", PASSWORD));
        assertThat(demandByApi(false).status()).isEqualTo(200);
    }

    private TestingBrowser.Answer demandByApi(boolean demanded) {
        var path = dure.path("/organisation");
        var version = dure.browser().get(path).raw().headers().firstValue("ETag").orElseThrow();
        var change = Map.of("secondFactorDemanded", demanded);
        return dure.browser().send("PATCH", path, change, "If-Match", version);
    }

    @Test
    void thePasswordIsAFreshProof() {
        enrol(dure.browser());
        age();

        var wrong = post("/me/proof/password", Map.of("password", "안녕하세요 여러분"));
        var stillNeeded = dure.browser().delete(dure.path("/me/totp"));
        var right = post("/me/proof/password", Map.of("password", PASSWORD));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(stillNeeded.problem()).isEqualTo("proof-needed");
        assertThat(right.status()).isEqualTo(204);
        assertThat(dure.browser().delete(dure.path("/me/totp")).status()).isEqualTo(204);
    }

    @Test
    void halfACharacterIsNobodysPassword() {
        var half = "\"\\ud83d" + PASSWORD + "\"";
        var proof = send("POST", "/me/proof/password", "{\"password\":" + half + "}");
        var change =
                send(
                        "PUT",
                        "/me/password",
                        "{\"old\":\"" + PASSWORD + "\",\"fresh\":" + half + "}");

        assertThat(proof.status()).isEqualTo(422);
        assertThat(change.status()).isEqualTo(422);
    }

    /// Java's own strings would lose what is no text on their way.
    private TestingBrowser.Answer send(String method, String path, String json) {
        return dure.browser().send(method, dure.path(path), json);
    }

    @Test
    void aCodeOfTheAppIsAFreshProofOnce() {
        var secret = enrol(dure.browser()).secret();
        age();
        var code = Map.of("code", next(secret));

        assertThat(post("/me/proof/code", code).status()).isEqualTo(204);
        assertThat(post("/me/recovery-codes", Map.of()).status()).isEqualTo(201);
        assertThat(post("/me/proof/code", code).problem()).isEqualTo("code-refused");
    }

    @Test
    void provingIsSlowedDownLikeSigningIn() {
        var last =
                Stream.generate(() -> post("/me/proof/password", Map.of("password", "wrong")))
                        .limit(8)
                        .reduce((_, after) -> after)
                        .orElseThrow();

        assertThat(last.status()).isEqualTo(429);
    }

    private TestingBrowser.Answer post(String path, Object body) {
        return dure.browser().post(dure.path(path), body);
    }

    /// Whoever guesses chooses the headers: none of them takes the trace away.
    @Test
    void aRefusedProofIsKeptWhateverItsIdempotencyKey() {
        var refused =
                dure.browser()
                        .send(
                                "POST",
                                dure.path("/me/proof/password"),
                                Map.of("password", "wrong"),
                                "Idempotency-Key",
                                UUID.randomUUID().toString());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(
                        dure.browser()
                                .get(dure.path("/audit?action=identity.proof-refused"))
                                .json()
                                .path("items"))
                .hasSize(1);
    }

    /// Lets the proofs of everybody here be eleven minutes old.
    private void age() {
        database.ageProofs(dure.id());
    }

    private void demand() {
        database.execute(
                "update tenancy.organisation set second_factor_demanded = true where tenant_id = ?",
                dure.id().value());
    }

    private record App(String secret, List<String> recoveryCodes) {}

    private App enrol(TestingBrowser browser) {
        var secret = browser.post(dure.path("/me/totp"), Map.of()).text("secret");
        var confirmed =
                browser.post(dure.path("/me/totp/confirmation"), Map.of("code", code(secret, 0)));
        assertThat(confirmed.status()).isEqualTo(200);
        return new App(
                secret,
                confirmed.json().path("codes").valueStream().map(JsonNode::asString).toList());
    }

    private TestingBrowser.Answer code(TestingBrowser browser, String code) {
        return browser.post(dure.path("/sessions/second-factor"), Map.of("code", code));
    }

    /// The code after the one that setting up used.
    private String next(String secret) {
        return code(secret, 1);
    }

    private String code(String secret, int ahead) {
        return Totp.code(TestingBase32.decode(secret), Totp.step(clock.instant()) + ahead, 6);
    }
}
