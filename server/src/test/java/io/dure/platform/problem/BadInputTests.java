package io.dure.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class BadInputTests {
    @Autowired TestingSignUps signUps;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        var answer =
                dure.browser()
                        .post(dure.path("/departments"), Map.of("name", "생산부", "isAdmin", true));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unknown-field");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("isAdmin");
    }

    @Test
    void aMissingFieldIsNamed() {
        var answer = dure.stranger().post(dure.path("/sessions"), Map.of("login", "owner"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("password");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "\"text\"",
                "{\"name\": \"a\" \"b\"}",
                "{\"name\": [\"a\"]}",
                "{\"name\": {\"a\": 1}}",
                "{\"name\": \"a\", \"parent\": \"not an id\"}"
            })
    void whatIsNotTheJsonAskedForIsRefused(String body) {
        assertThat(dure.browser().send("POST", dure.path("/departments"), body).status())
                .isBetween(400, 422);
    }

    @Test
    void whatIsNoIdNamesNothing() {
        var answer = dure.browser().get(dure.path("/people/abc"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-thing");
        assertThat(dure.browser().delete(dure.path("/me/tokens/%20")).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B300000-01-01T00:00:00Z", "-5000-01-01T00:00:00Z"})
    void aMomentBeyondAllCalendarsFindsNothing(String moment) {
        assertThat(dure.browser().get(dure.path("/audit?from=" + moment)).status()).isEqualTo(200);
        assertThat(dure.browser().get(dure.path("/audit?to=" + moment)).status()).isEqualTo(200);
    }

    @Test
    void aParameterOfTheWrongTypeIsNamed() {
        var answer = dure.browser().get(dure.path("/people?department=abc"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("wrong-type");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("department");
    }

    @Test
    void deepNestingIsRefused() {
        var body = "{\"name\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThat(dure.browser().send("POST", dure.path("/departments"), body).status())
                .isEqualTo(400);
    }

    @Test
    void aHugeBodyIsRefused() {
        var body = "{\"name\": \"" + "a".repeat(1 << 20) + "\"}";

        var answer = dure.browser().send("POST", dure.path("/departments"), body);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void aHugeBodyIsRefusedHoweverItsTypeIsWritten() {
        var body = "{\"name\": \"" + "a".repeat(1 << 20) + "\"}";

        var answer =
                dure.browser()
                        .send(
                                "POST",
                                dure.path("/departments"),
                                body,
                                "Content-Type",
                                "Application/JSON");

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/cbor", "text/plain"})
    void onlyJsonIsRead(String type) {
        var answer =
                dure.browser()
                        .send(
                                "POST",
                                dure.path("/departments"),
                                "{\"name\": \"생산부\"}",
                                "Content-Type",
                                type);

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aNullInAListIsRefused() {
        var body = "{\"name\": \"x\", \"capabilities\": [null]}";

        assertThat(dure.browser().send("POST", dure.path("/roles"), body).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\ud800", "\\udc00", "a\\uffff"})
    void whatIsNoTextIsNobodysLogin(String login) {
        var body = "{\"login\": \"" + login + "\", \"password\": \"wrong\"}";

        assertThat(dure.stranger().send("POST", dure.path("/sessions"), body).status())
                .isEqualTo(401);
    }

    @Test
    void halfACharacterIsRefused() {
        var body = "{\"name\": \"a\\ud800\"}";

        assertThat(dure.browser().send("POST", dure.path("/departments"), body).status())
                .isEqualTo(422);
    }

    @Test
    void aControlCharacterIsRefused() {
        var answer = dure.browser().post(dure.path("/departments"), Map.of("name", "생산\u0007부"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("control-character");
    }

    @Test
    void answersTellBrowsersToBeCareful() {
        var headers = dure.browser().get(dure.path("/me")).raw().headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).isPresent();
    }

    @Test
    void metricsAreForTheOperatorOnly() {
        assertThat(dure.stranger().get("/metrics").status()).isEqualTo(401);
        assertThat(dure.browser().get("/metrics").status()).isEqualTo(401);
    }

    @Test
    void aForwardedAddressIsNotBelievedUnlessAProxyIsTrusted() {
        dure.browser()
                .send(
                        "POST",
                        dure.path("/sessions"),
                        Map.of("login", "owner", "password", TestingOrganisation.PASSWORD),
                        "X-Forwarded-For",
                        "203.0.113.9");

        var addresses =
                dure.browser()
                        .get(dure.path("/sessions"))
                        .json()
                        .path("items")
                        .valueStream()
                        .map(one -> one.path("address").asString());
        assertThat(addresses).containsOnly("127.0.0.1");
    }
}
