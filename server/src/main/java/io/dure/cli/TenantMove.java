package io.dure.cli;

import java.util.Locale;
import java.util.Map;

/// `tenant suspend|close SHORTNAME REASON` and `tenant resume SHORTNAME`.
final class TenantMove {
    private TenantMove() {}

    static String run(CommandLine line, Console console) {
        var verb = line.command().substring("tenant ".length());
        var shortName = line.word(0, "SHORTNAME");
        Map<String, String> body =
                verb.equals("resume") ? Map.of() : Map.of("reason", line.word(1, "a reason"));
        var moved = console.post("/organisations/" + id(console, shortName) + "/" + verb, body);
        return "%s is %s now.%n"
                .formatted(
                        moved.path("name").asString(),
                        moved.path("state").asString().toLowerCase(Locale.ROOT));
    }

    private static String id(Console console, String shortName) {
        for (var found : console.get("/organisations?limit=200&q=" + shortName).path("items")) {
            if (found.path("shortName").asString().equals(shortName)) {
                return found.path("id").asString();
            }
        }
        throw new RefusedException("There is no organisation " + shortName + ".");
    }
}
