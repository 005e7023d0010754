package io.dure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.platform.database.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class OperatorCommandsTests {
    @Autowired DataFolder folder;
    @LocalServerPort int port;

    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @AfterEach
    void giveTheTerminalBack() {
        System.setOut(terminal);
    }

    @Test
    void anOrganisationIsSignedUpAndListed() {
        var created =
                run("tenant", "create", "cliworks", "가나상사", "--owner", "lee", "--people", "30");
        var listed = run("tenant", "list", "cliworks");

        assertThat(created).contains("/o/cliworks/invitation?token=");
        assertThat(listed.lines().toList())
                .satisfiesExactly(
                        titles -> assertThat(titles).startsWith("SHORT NAME  NAME      STATE"),
                        row ->
                                assertThat(row)
                                        .startsWith(
                                                "cliworks    가나상사  trial  1 of 30  0 B of 100 GiB"));
    }

    @Test
    void anOrganisationIsSuspendedAndResumed() {
        run("tenant", "create", "clisuspend", "Suspended", "--owner", "lee");

        assertThat(run("tenant", "suspend", "clisuspend", "Unpaid.")).contains("suspended");
        assertThat(run("tenant", "resume", "clisuspend")).contains("trial");
    }

    @Test
    void theDemonstrationIsRemovedByOneCommand() {
        run("demo", "remove");

        assertThat(run("demo", "remove")).startsWith("There is no demonstration organisation.");
    }

    @Test
    void whatTheServerRefusesEndsWithOne() {
        assertThat(OperatorCommands.run(List.of("tenant", "resume", "nobody", "--data", data())))
                .isEqualTo(1);
    }

    /// A misspelt option would otherwise sign somebody up with what they did not ask for.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenant",
                "tenant paint",
                "tenant create acme",
                "tenant create acme Acme",
                "tenant create acme Acme Works --owner lee",
                "tenant create acme Acme --owner lee --peopel 30",
                "tenant create acme Acme --owner lee --people many",
                "tenant create acme Acme --owner",
                "tenant suspend acme they do not pay",
                "demo remove all",
                "backup"
            })
    void whatMakesNoSenseEndsWithTwo(String typed) {
        var words = new ArrayList<>(List.of(typed.split(" ")));
        if (!typed.endsWith("--owner")) {
            words.addAll(List.of("--data", data()));
        }

        assertThat(OperatorCommands.run(words)).isEqualTo(2);
        assertThat(run("tenant", "list", "acme").lines()).hasSize(1);
    }

    @Test
    void helpSaysHowACommandIsTyped() {
        assertThat(run("tenant", "create", "--help"))
                .startsWith("Usage: ./dure tenant create SHORTNAME NAME --owner LOGIN")
                .contains("--storage-gib N", "--data DIR");
        assertThat(run("tenant", "-h").lines()).hasSize(6);
    }

    @Test
    void anOwnerIsInvitedOnlyWhereThereIsNobody() {
        run("tenant", "create", "cliowned", "Owned", "--owner", "lee");

        assertThat(
                        OperatorCommands.run(
                                List.of(
                                        "tenant",
                                        "invite",
                                        "cliowned",
                                        "--owner",
                                        "choi",
                                        "--data",
                                        data())))
                .isEqualTo(1);
    }

    @Test
    void rowsAreMadeAnewByACommandOfItsOwn() {
        assertThat(run("objects", "rebuild", "--help"))
                .startsWith("Usage: ./dure objects rebuild [--data DIR]");
    }

    @Test
    void keysAreRenewedByACommand() {
        run("tenant", "create", "clikeys", "Keys", "--owner", "lee");

        assertThat(run("objects", "rotate", "clikeys"))
                .isEqualTo("What clikeys stores from now on is encrypted under its key 1.\n");
        assertThat(run("objects", "rotate", "clikeys")).contains("under its key 2.");
        assertThat(run("objects", "rotate")).matches("keys/master-\\d+ wraps (?s).*");
        assertThat(OperatorCommands.run(List.of("objects", "rotate", "nobody", "--data", data())))
                .isEqualTo(1);
    }

    @Test
    void anyNameMayBeAskedFor() {
        assertThat(OperatorCommands.run(List.of("tenant", "resume", "a b&c", "--data", data())))
                .isEqualTo(1);
    }

    @Test
    void theTokenIsReadableByItsUserAlone() throws Exception {
        var permissions = Files.getPosixFilePermissions(folder.path().resolve("operator.token"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void anotherTokenOpensNothing() throws Exception {
        assertThat(status("/api/console/organisations", "x" + token())).isEqualTo(401);
    }

    @Test
    void theTokenOpensNoOrganisation() throws Exception {
        run("tenant", "create", "clilocked", "Locked", "--owner", "lee");

        assertThat(status("/api/console/organisations", token())).isEqualTo(200);
        assertThat(status("/api/o/clilocked/organisation", token())).isEqualTo(401);
    }

    private int status(String path, String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Authorization", "Bearer " + token)
                            .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private String token() throws Exception {
        return Files.readString(folder.path().resolve("operator.token"));
    }

    private String run(String... words) {
        said.reset();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data()));
        assertThat(OperatorCommands.run(all)).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private String data() {
        return folder.path().toString();
    }
}
