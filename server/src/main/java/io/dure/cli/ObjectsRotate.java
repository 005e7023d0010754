package io.dure.cli;

import java.util.List;
import java.util.Map;

/// Has bodies encrypted under another key: an organisation's, or all keys under another master key.
final class ObjectsRotate {
    static final Command COMMAND =
            new Command(
                    "objects rotate",
                    List.of("[SHORTNAME]"),
                    List.of(),
                    "Makes another key for an organisation's bodies; without a name, another master key.",
                    ObjectsRotate::run);

    private ObjectsRotate() {}

    private static String run(CommandLine line) {
        var console = line.console();
        if (line.words().isEmpty()) {
            var made = console.post("/objects/master-key", Map.of());
            return "keys/master-%d wraps the keys of %d organisations now. Back the data folder up.%n"
                    .formatted(made.path("number").asInt(), made.path("rewrapped").asInt());
        }
        var made =
                console.post(
                        "/organisations/" + TenantMove.id(console, line.word(0)) + "/storage-key",
                        Map.of());
        return "What %s stores from now on is encrypted under its key %d.%n"
                .formatted(line.word(0), made.path("number").asInt());
    }
}
