package io.dure.platform.identity;

import static io.dure.TestingOrganisation.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ServerTest
class PasskeyTests {
    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @LocalServerPort int port;

    private TestingOrganisation dure;
    private TestingAuthenticator phone;

    @BeforeEach
    void anOrganisationAndAPhone() throws GeneralSecurityException {
        dure = signUps.open();
        phone = new TestingAuthenticator("http://127.0.0.1:" + port);
    }

    @Test
    void aPasskeySignsInWithoutAPassword() throws GeneralSecurityException {
        var registered = register();
        var browser = dure.stranger();

        var answer = signIn(browser, phone.get(signInOptions(browser)));

        assertThat(registered.json().at("/items/0/name").asString()).isEqualTo("전화기");
        assertThat(answer.text("next")).isEqualTo("DONE");
        assertThat(browser.get(dure.path("/me")).text("login")).isEqualTo("owner");
        var current = browser.get(dure.path("/sessions")).json().path("items");
        assertThat(current.valueStream().map(one -> one.path("strength").asString()))
                .contains("PASSKEY");
    }

    @Test
    void withAPasskeyThePasswordAloneOpensNothing() throws GeneralSecurityException {
        register();

        assertThat(dure.signIn(dure.stranger(), "owner", PASSWORD).text("next"))
                .isEqualTo("SECOND_FACTOR");
    }

    @Test
    void anAnswerIsGoodOnce() throws GeneralSecurityException {
        register();
        var browser = dure.stranger();
        var proof = phone.get(signInOptions(browser));
        signIn(browser, proof);

        assertThat(signIn(browser, proof).problem()).isEqualTo("sign-in-expired");
    }

    @Test
    void anAnswerToAnotherChallengeIsRefused() throws GeneralSecurityException {
        register();
        var stolen = phone.get(signInOptions(dure.stranger()));
        var browser = dure.stranger();
        signInOptions(browser);

        assertThat(signIn(browser, stolen).problem()).isEqualTo("passkey-refused");
    }

    @Test
    void anAnswerForAnotherSiteIsRefused() throws GeneralSecurityException {
        phone = new TestingAuthenticator("https://evil.example");

        assertThat(register().problem()).isEqualTo("passkey-refused");
    }

    @Test
    void aDeviceThatDidNotVerifyItsUserIsRefused() throws GeneralSecurityException {
        register();
        var browser = dure.stranger();

        var answer = signIn(browser, phone.getUnverified(signInOptions(browser)));

        assertThat(answer.problem()).isEqualTo("passkey-refused");
    }

    @Test
    void aPasskeyOfAnotherOrganisationIsUnknown() throws GeneralSecurityException {
        register();
        var other = signUps.open();
        var browser = dure.stranger();
        var options = browser.post(other.path("/sessions/passkey/options"), Map.of());

        var answer =
                browser.post(
                        other.path("/sessions/passkey"),
                        Map.of("credential", phone.get(options.json().path("publicKey"))));

        assertThat(answer.problem()).isEqualTo("passkey-refused");
    }

    @Test
    void aRemovedPasskeySignsNobodyIn() throws GeneralSecurityException {
        var id = register().json().at("/items/0/id").asString();
        var browser = dure.stranger();
        var renamed = dure.browser().put(dure.path("/me/passkeys/" + id), Map.of("name", "헌 전화기"));

        dure.browser().delete(dure.path("/me/passkeys/" + id));

        assertThat(renamed.status()).isEqualTo(204);
        assertThat(signIn(browser, phone.get(signInOptions(browser))).problem())
                .isEqualTo("passkey-refused");
    }

    @Test
    void aPasskeyIsAFreshProof() throws GeneralSecurityException {
        var id = register().json().at("/items/0/id").asString();
        database.execute(
                "update identity.session set proved_at = 'epoch' where tenant_id = ?",
                dure.id().value());
        var refused = dure.browser().delete(dure.path("/me/passkeys/" + id));
        var options = dure.browser().post(dure.path("/me/proof/passkey/options"), Map.of());

        var proved =
                dure.browser()
                        .post(
                                dure.path("/me/proof/passkey"),
                                Map.of("credential", phone.get(options.json().path("publicKey"))));

        assertThat(refused.problem()).isEqualTo("proof-needed");
        assertThat(proved.status()).isEqualTo(204);
        assertThat(dure.browser().delete(dure.path("/me/passkeys/" + id)).status()).isEqualTo(204);
    }

    @Test
    void somebodyElsesPasskeyProvesNothing() throws GeneralSecurityException {
        register();
        var minsu = dure.member("minsu").browser();
        var options = minsu.post(dure.path("/me/proof/passkey/options"), Map.of());

        var answer =
                minsu.post(
                        dure.path("/me/proof/passkey"),
                        Map.of("credential", phone.get(options.json().path("publicKey"))));

        assertThat(answer.problem()).isEqualTo("passkey-refused");
    }

    private Answer register() throws GeneralSecurityException {
        var options = dure.browser().post(dure.path("/me/passkeys/options"), Map.of());
        return dure.browser()
                .post(
                        dure.path("/me/passkeys"),
                        Map.of(
                                "name",
                                "전화기",
                                "credential",
                                phone.create(options.json().path("publicKey"))));
    }

    private JsonNode signInOptions(TestingBrowser browser) {
        return browser.post(dure.path("/sessions/passkey/options"), Map.of())
                .json()
                .path("publicKey");
    }

    private Answer signIn(TestingBrowser browser, Map<String, Object> proof) {
        return browser.post(dure.path("/sessions/passkey"), Map.of("credential", proof));
    }
}
