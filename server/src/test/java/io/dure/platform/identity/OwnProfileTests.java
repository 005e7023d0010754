package io.dure.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser.Answer;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class OwnProfileTests {
    @Autowired TestingSignUps signUps;
    private TestingOrganisation dure;
    private TestingOrganisation.Insider minsu;

    @BeforeEach
    void anOrganisationWithAMember() {
        dure = signUps.open();
        minsu = dure.member("minsu");
    }

    @Test
    void peopleSayHowTheyAreReachedAndHowThingsLook() {
        var version = version(profile());

        var answer = edit(version, Map.of("mobile", "010-1234-5678", "theme", "DARK"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(profile().text("mobile")).isEqualTo("010-1234-5678");
        assertThat(profile().text("theme")).isEqualTo("DARK");
    }

    @Test
    void whatWasChangedInTheMeantimeIsNotOverwritten() {
        var version = version(profile());
        edit(version, Map.of("phone", "02-123-4567"));

        assertThat(edit(version, Map.of("phone", "02-765-4321")).status()).isEqualTo(412);
        assertThat(profile().text("phone")).isEqualTo("02-123-4567");
    }

    @Test
    void everyBrowserLearnsHowItsPersonWantsThingsToLook() {
        assertThat(me().json().path("language").isNull()).isTrue();
        assertThat(me().text("theme")).isEqualTo("SYSTEM");

        edit(version(profile()), Map.of("language", "en", "theme", "DARK"));

        assertThat(me().text("language")).isEqualTo("en");
        assertThat(me().text("theme")).isEqualTo("DARK");
    }

    @Test
    void nobodyGivesThemselvesAnotherName() {
        var answer = edit(version(profile()), Map.of("name", "사장"));

        assertThat(answer.problem()).isEqualTo("unknown-field");
    }

    private Answer me() {
        return minsu.browser().get(dure.path("/me"));
    }

    private Answer profile() {
        return minsu.browser().get(dure.path("/me/profile"));
    }

    private Answer edit(String version, Map<String, String> change) {
        return minsu.browser().send("PATCH", dure.path("/me/profile"), change, "If-Match", version);
    }

    private static String version(Answer answer) {
        return answer.raw().headers().firstValue("ETag").orElseThrow();
    }
}
