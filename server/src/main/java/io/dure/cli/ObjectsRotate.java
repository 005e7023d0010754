package io.dure.cli;

import io.dure.cli.Command.Option;
import java.util.List;
import java.util.Map;

/// Has bodies encrypted under another key: an organisation's, or all keys under another master key.
final class ObjectsRotate {
    static final Command COMMAND =
            new Command(
                    "objects rotate",
                    List.of("[SHORTNAME]"),
                    List.of(
                            Option.of(
                                    "anew",
                                    "yes",
                                    "another master key, though keys are left that the newest does"
                                            + " not wrap")),
                    "Makes another key for an organisation's bodies; without a name, another master key.",
                    ObjectsRotate::run);

    private ObjectsRotate() {}

    private static String run(CommandLine line) {
        var console = line.console();
        if (line.words().isEmpty()) {
            return rotateMaster(console, line.option("anew").isPresent());
        }
        var made =
                console.post(
                        "/organisations/" + TenantMove.id(console, line.word(0)) + "/storage-key",
                        Map.of());
        return "What %s stores from now on is encrypted under its key %d.%n"
                .formatted(line.word(0), made.path("number").asInt());
    }

    private static String rotateMaster(Console console, boolean anew) {
        var made = console.post("/objects/master-key" + (anew ? "?anew=true" : ""), Map.of());
        var text =
                new StringBuilder(
                        "keys/master-%d wraps the keys of %d organisations now. Back the data folder up.%n"
                                .formatted(
                                        made.path("number").asInt(),
                                        made.path("rewrapped").asInt()));
        for (var failed : made.path("failed")) {
            text.append(
                    "Those of %s could not be: the log says why. Mend that and call this again.%n"
                            .formatted(failed.asString()));
        }
        return text.toString();
    }
}
