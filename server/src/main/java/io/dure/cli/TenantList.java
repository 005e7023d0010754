package io.dure.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// `tenant list [TEXT]`: a table of organisations.
final class TenantList {
    private static final List<String> TITLES =
            List.of("SHORT NAME", "NAME", "STATE", "PEOPLE", "STORAGE", "SINCE");

    private TenantList() {}

    static String run(CommandLine line, Console console) {
        var text = line.words().isEmpty() ? "" : line.words().getFirst();
        var rows = new ArrayList<List<String>>();
        var cursor = "";
        do {
            var page = console.get("/organisations?limit=200&q=" + encoded(text) + cursor);
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

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
