package io.dure.platform.identity;

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

/// One address, spelled in many ways: whatever guards it reads it as the router does.
@ServerTest
class FrontDoorTests {
    @Autowired TestingSignUps signUps;

    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/o/", "/api;x/o/", "/api/%6f/", "/api/o;x=y/"})
    void anOrganisationsAddressIsGuardedHoweverItIsSpelled(String start) {
        var path = start + dure.shortName();

        assertThat(dure.browser().get(path + "/me").status()).isEqualTo(200);
        assertThat(dure.browser().get(path + ";x/me").status()).isEqualTo(200);
        assertThat(dure.stranger().get(path + "/me").status()).isEqualTo(401);
        assertThat(dure.stranger().get(path + "/logo").problem()).isEqualTo("unknown-logo");
    }

    @Test
    void anotherSpellingDoesNotLetOtherSitesIn() {
        var answer =
                dure.browser()
                        .send(
                                "POST",
                                "/%61pi/o/" + dure.shortName() + "/departments",
                                Map.of("name", "생산부"),
                                "Sec-Fetch-Site",
                                "cross-site");

        assertThat(answer.status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%6detrics", "/metrics;x", "/metric%73"})
    void metricsAreGuardedHoweverTheyAreSpelled(String path) {
        assertThat(dure.stranger().get(path).status()).isEqualTo(401);
    }
}
