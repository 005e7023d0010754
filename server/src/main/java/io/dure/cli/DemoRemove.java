package io.dure.cli;

import java.util.ArrayList;
import java.util.List;

/// Takes the demonstration organisations away, with all they hold, and the demonstration's
/// operator, as soon as somebody else can operate.
final class DemoRemove {
    private static final String ORGANISATIONS = "/organisations?limit=200";

    static final Command COMMAND =
            new Command(
                    "demo remove",
                    List.of(),
                    List.of(),
                    "Takes the demonstration organisations away, with all they hold.",
                    line -> run(line.console()));

    private DemoRemove() {}

    private static String run(Console console) {
        var removed = removeOrganisations(console);
        var organisations =
                removed.isEmpty()
                        ? "There is no demonstration organisation.%n".formatted()
                        : "Removed %s.%n".formatted(String.join(" and ", removed));
        return organisations + sendOperatorAway(console);
    }

    private static List<String> removeOrganisations(Console console) {
        var removed = new ArrayList<String>();
        for (var path = ORGANISATIONS; !path.isEmpty(); ) {
            var page = console.get(path);
            for (var organisation : page.path("items")) {
                if (organisation.path("demo").asBoolean()) {
                    console.delete("/organisations/" + organisation.path("id").asString());
                    removed.add(organisation.path("name").asString());
                }
            }
            var next = page.path("next").asString("");
            path = next.isEmpty() ? "" : ORGANISATIONS + "&cursor=" + Console.encoded(next);
        }
        return removed;
    }

    private static String sendOperatorAway(Console console) {
        return switch (console.delete("/demo/operator").path("operator").asString("")) {
            case "GONE" -> "The demonstration's operator is deactivated.%n".formatted();
            case "NEEDED" ->
                    """
                    The demonstration's operator stays, since the console has no other owner: invite one, then
                    run this again.
                    """;
            default -> "";
        };
    }
}
