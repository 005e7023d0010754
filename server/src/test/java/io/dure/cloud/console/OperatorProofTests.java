package io.dure.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingSignUps;
import io.dure.platform.database.DataFolder;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// An operator's browser that was left open, and an operator's token.
@ServerTest
class OperatorProofTests {
    private static final String ORGANISATIONS = "/api/console/organisations";
    private static final String BACKUP = "/api/console/backup";

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;
    @Autowired DataFolder folder;
    private TestingBrowser operator;

    @BeforeEach
    void anOperator() {
        operator = signUps.operator(BuiltInRole.OWNER);
    }

    @Test
    void anOldProofSignsNobodyUpAndTakesNoBackup() {
        var first = operator.post(ORGANISATIONS, organisation());
        assertThat(first.status()).as(first.raw().body()).isEqualTo(201);

        database.ageProofs(TenantId.OPERATOR);

        assertThat(operator.post(ORGANISATIONS, organisation()).problem())
                .isEqualTo("proof-needed");
        assertThat(operator.post(BACKUP, Map.of("folder", "/nowhere")).problem())
                .isEqualTo("proof-needed");
        assertThat(operator.put("/api/console/self-sign-up", Map.of("open", true)).problem())
                .isEqualTo("proof-needed");
    }

    @Test
    void aTokenSignsNobodyUpAndTakesNoBackup() {
        var scopes = List.of("organisations.manage", "backups.take");
        var secret =
                operator.post(
                                "/api/console/me/tokens",
                                Map.of("name", "script", "scopes", scopes, "days", 30))
                        .text("secret");
        var bearer = new String[] {"Authorization", "Bearer " + secret};
        var program = signUps.stranger();

        assertThat(program.send("POST", ORGANISATIONS, organisation(), bearer).problem())
                .isEqualTo("session-needed");
        assertThat(program.send("POST", BACKUP, Map.of("folder", "/nowhere"), bearer).problem())
                .isEqualTo("session-needed");
    }

    @Test
    void theLauncherDoesOnlyWhatItHasACommandFor() throws IOException {
        var secret = Files.readString(folder.path().resolve("operator.token")).strip();
        var bearer = new String[] {"Authorization", "Bearer " + secret};
        var launcher = signUps.stranger();

        assertThat(launcher.send("POST", ORGANISATIONS, organisation(), bearer).status())
                .isEqualTo(201);
        assertThat(
                        launcher.send(
                                        "PUT",
                                        "/api/console/self-sign-up",
                                        Map.of("open", true),
                                        bearer)
                                .problem())
                .isEqualTo("session-needed");
    }

    private static Map<String, Object> organisation() {
        return Map.of(
                "shortName",
                "p" + UUID.randomUUID().toString().substring(0, 8),
                "name",
                "한빛정밀",
                "language",
                "ko",
                "timeZone",
                "Asia/Seoul",
                "state",
                "TRIAL",
                "plan",
                Map.of("people", 10, "storageBytes", 1 << 20, "modules", Set.of("storage")),
                "owner",
                Map.of("login", "owner", "name", "김민수"));
    }
}
