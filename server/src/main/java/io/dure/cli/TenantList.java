package io.dure.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A table of organisations.
final class TenantList {
    private static final List<String> TITLES =
            List.of("SHORT NAME", "NAME", "STATE", "PEOPLE", "STORAGE", "SINCE");

    static final Command COMMAND =
            new Command(
                    "tenant list",
                    List.of("[TEXT]"),
                    List.of(),
                    "Lists organisations, all or those with the text in a name.",
                    TenantList::run);

    private TenantList() {}

    private static String run(CommandLine line) {
        var console = line.console();
        var text = line.words().isEmpty() ? "" : line.word(0);
        var rows = new ArrayList<List<String>>();
        var cursor = "";
        do {
            var page = console.get("/organisations?limit=200&q=" + Console.encoded(text) + cursor);
            page.path("items").forEach(organisation -> rows.add(row(organisation)));
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return Table.of(TITLES, rows);
    }

    private static List<String> row(JsonNode organisation) {
        var plan = organisation.path("plan");
        var use = organisation.path("use");
        return List.of(
                organisation.path("shortName").asString(),
                organisation.path("name").asString(),
                organisation.path("state").asString().toLowerCase(Locale.ROOT),
                use.path("people").asLong() + " of " + plan.path("people").asLong(),
                Bytes.text(use.path("storageBytes").asLong())
                        + " of "
                        + Bytes.text(plan.path("storageBytes").asLong()),
                organisation.path("stateSince").asString().substring(0, "2026-01-01".length()));
    }
}
