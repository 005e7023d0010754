package io.dure.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Suspends and closes organisations, and takes it back.
final class TenantMove {
    static final Command SUSPEND =
            withReason(
                    "suspend",
                    "Turns an organisation's people away, who see the reason. Nothing is lost.");
    static final Command CLOSE =
            withReason(
                    "close",
                    "Closes an organisation, whose people see the reason. For 30 days it can be"
                            + " taken back.");
    static final Command RESUME =
            new Command(
                    "tenant resume",
                    List.of("SHORTNAME"),
                    List.of(),
                    "Takes a suspension, or a closing, back.",
                    line -> run(line, "resume", Map.of()));

    private TenantMove() {}

    private static Command withReason(String verb, String effect) {
        return new Command(
                "tenant " + verb,
                List.of("SHORTNAME", "REASON"),
                List.of(),
                effect,
                line -> run(line, verb, Map.of("reason", line.word(1))));
    }

    private static String run(CommandLine line, String verb, Map<String, String> body) {
        var console = line.console();
        var id = id(console, line.word(0));
        var moved = console.post("/organisations/" + id + "/" + verb, body);
        return "%s is %s now.%n"
                .formatted(
                        moved.path("name").asString(),
                        moved.path("state").asString().toLowerCase(Locale.ROOT));
    }

    static String id(Console console, String shortName) {
        for (var found :
                console.get("/organisations?limit=200&q=" + Console.encoded(shortName))
                        .path("items")) {
            if (found.path("shortName").asString().equals(shortName)) {
                return found.path("id").asString();
            }
        }
        throw new RefusedException("There is no organisation " + shortName + ".");
    }
}
