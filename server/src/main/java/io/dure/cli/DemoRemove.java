package io.dure.cli;

import java.util.ArrayList;

/// `demo remove`: takes the demonstration organisations away, with all they hold.
final class DemoRemove {
    private DemoRemove() {}

    static String run(Console console) {
        var removed = new ArrayList<String>();
        for (var organisation : console.get("/organisations?limit=200").path("items")) {
            if (organisation.path("demo").asBoolean()) {
                console.delete("/organisations/" + organisation.path("id").asString());
                removed.add(organisation.path("name").asString());
            }
        }
        return removed.isEmpty()
                ? "There is no demonstration organisation.%n".formatted()
                : "Removed %s.%n".formatted(String.join(" and ", removed));
    }
}
