package io.dure.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AccessTokenTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void aTokenCanDoWhatItsScopesSayAndNoMore() {
        var secret = create("people.read").text("secret");

        assertThat(with(secret, "/people").status()).isEqualTo(200);
        assertThat(with(secret, "/audit").problem()).isEqualTo("forbidden");
    }

    @Test
    void aTokenMakesNoTokens() {
        var secret = create("people.read").text("secret");

        var answer =
                dure.stranger()
                        .send(
                                "POST",
                                dure.path("/me/tokens"),
                                request("people.read"),
                                "Authorization",
                                "Bearer " + secret);

        assertThat(answer.problem()).isEqualTo("session-needed");
    }

    @Test
    void aTokenMakesNothingThatOutlivesIt() {
        var secret = create("storage.read", "accounts.manage").text("secret");
        var minsu = dure.member("minsu");
        var key = Map.of("kind", "PERSONAL", "name", "backup", "rights", List.of("READ"));

        assertThat(post(secret, "/storage/keys", key).problem()).isEqualTo("session-needed");
        assertThat(
                        post(secret, "/storage/keys/DURE0000/rotate", Map.of("overlapSeconds", 0))
                                .problem())
                .isEqualTo("session-needed");
        assertThat(post(secret, "/people/" + minsu.id() + "/link", Map.of()).problem())
                .isEqualTo("session-needed");
        assertThat(dure.browser().post(dure.path("/storage/keys"), key).status()).isEqualTo(201);
    }

    @Test
    void aTokenGivesNobodyARole() {
        var secret = create("people.read", "authority.manage").text("secret");
        var minsu = dure.member("minsu");
        var role = Map.of("name", "문", "capabilities", List.of("people.read"));
        var subject = Map.of("kind", "PERSON", "id", minsu.id(), "withBelow", false);

        assertThat(post(secret, "/roles", role).problem()).isEqualTo("session-needed");
        assertThat(post(secret, "/grants", Map.of("role", "MEMBER", "subject", subject)).problem())
                .isEqualTo("session-needed");
    }

    @Test
    void nobodyHandsOutWhatTheyMayNotDo() {
        var minsu = dure.member("minsu");

        var answer = minsu.browser().post(dure.path("/me/tokens"), request("audit.read"));

        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aRevokedTokenIsCutAtOnce() {
        var made = create("people.read");

        dure.browser().delete(dure.path("/me/tokens/" + made.json().at("/token/id").asString()));

        assertThat(with(made.text("secret"), "/people").status()).isEqualTo(401);
    }

    @Test
    void aTokenEndsWithItsTime() {
        var secret = create("people.read").text("secret");
        database.execute(
                "update identity.access_token set expires_at = now() where tenant_id = ?",
                dure.id().value());

        assertThat(with(secret, "/people").status()).isEqualTo(401);
    }

    @Test
    void aTokenIsOfOneOrganisation() {
        var secret = create("people.read").text("secret");
        var other = signUps.open();

        var answer =
                dure.stranger()
                        .send(
                                "GET",
                                other.path("/people"),
                                null,
                                "Authorization",
                                "Bearer " + secret);

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void whoIsDeactivatedIsOutAtOnceWithAllTheirTokens() {
        var minsu = dure.member("minsu");
        var secret =
                minsu.browser()
                        .post(dure.path("/me/tokens"), request("people.read"))
                        .text("secret");
        database.execute(
                "update people.person set state = 'INACTIVE' where tenant_id = ? and login = 'minsu'",
                dure.id().value());

        assertThat(minsu.browser().get(dure.path("/me")).status()).isEqualTo(401);
        assertThat(with(secret, "/people").status()).isEqualTo(401);
    }

    private TestingBrowser.Answer create(String... scopes) {
        var answer = dure.browser().post(dure.path("/me/tokens"), request(scopes));
        assertThat(answer.status()).isEqualTo(201);
        return answer;
    }

    private static Map<String, Object> request(String... scopes) {
        return Map.of("name", "script", "scopes", List.of(scopes), "days", 30);
    }

    private TestingBrowser.Answer post(String secret, String path, Object body) {
        return dure.stranger()
                .send("POST", dure.path(path), body, "Authorization", "Bearer " + secret);
    }

    private TestingBrowser.Answer with(String secret, String path) {
        return dure.stranger()
                .send("GET", dure.path(path), null, "Authorization", "Bearer " + secret);
    }
}
