package io.dure.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.TestingOwner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class DepartureTests {
    private static final int PATIENCE = 100;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    private TestingOrganisation dure;
    private TestingOrganisation.Insider minsu;

    @BeforeEach
    void anOrganisationWithAMember() {
        dure = signUps.open();
        minsu = dure.member("minsu");
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        deactivate();

        assertThat(minsu.browser().get(dure.path("/me")).status()).isEqualTo(401);
        assertThat(dure.signIn(dure.stranger(), "minsu", TestingOrganisation.PASSWORD).status())
                .isEqualTo(401);
    }

    @Test
    void nothingIsLeftToComeBackWith() throws InterruptedException {
        minsu.browser()
                .post(
                        dure.path("/me/tokens"),
                        Map.of("name", "script", "scopes", List.of("people.read"), "days", 30));
        dure.browser().post(dure.path("/people/" + minsu.id() + "/link"), Map.of());

        deactivate();

        for (var i = 0; i < PATIENCE && left() > 0; i++) {
            Thread.sleep(100);
        }
        assertThat(left()).isZero();
    }

    private void deactivate() {
        var path = dure.path("/people/" + minsu.id());
        var version = dure.browser().get(path).raw().headers().firstValue("ETag").orElseThrow();
        var answer = dure.browser().send("POST", path + "/deactivate", null, "If-Match", version);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    }

    private long left() {
        return count("session") + count("access_token") + count("link") + count("device");
    }

    private long count(String table) {
        return database.count(
                "identity.%s where person_id = '%s'".formatted(table, minsu.id()), dure.id());
    }
}
