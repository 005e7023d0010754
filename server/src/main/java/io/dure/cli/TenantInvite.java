package io.dure.cli;

import io.dure.cli.Command.Option;
import java.util.List;
import java.util.Map;

/// Shows the link by which the first owner comes into an organisation that has nobody.
final class TenantInvite {
    static final Command COMMAND =
            new Command(
                    "tenant invite",
                    List.of("SHORTNAME"),
                    List.of(
                            Option.needed("owner", "LOGIN", "who comes in first and may do all"),
                            Option.of("owner-name", "NAME", "(default: the login)")),
                    "Invites the owner of an organisation without people, as one is that was rebuilt.",
                    TenantInvite::run);

    private TenantInvite() {}

    private static String run(CommandLine line) {
        var console = line.console();
        var owner = line.option("owner").orElseThrow();
        var invited =
                console.post(
                        "/organisations/" + TenantMove.id(console, line.word(0)) + "/owner",
                        Map.of("login", owner, "name", line.option("owner-name").orElse(owner)));
        return "The owner of %s opens this once:%n%s%n"
                .formatted(
                        invited.path("organisation").path("name").asString(),
                        console.page(invited.path("invitation").path("path").asString()));
    }
}
