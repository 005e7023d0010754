package io.dure.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Has the running server copy all it keeps to a folder, and waits for it.
final class Backup {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    static final Command COMMAND =
            new Command(
                    "backup",
                    List.of("DIR"),
                    List.of(),
                    "Has the running server copy all it keeps to a new folder.",
                    Backup::run);

    private Backup() {}

    private static String run(CommandLine line) {
        var console = line.console();
        var folder = Path.of(line.word(0)).toAbsolutePath().normalize();
        var progress = console.post("/backup", Map.of("folder", folder.toString()));
        while (isRunning(progress)) {
            pause();
            progress = console.get("/backup");
        }
        if (!state(progress).equals("DONE")) {
            throw new RefusedException("The backup failed: " + progress.path("failure").asString());
        }
        return "%s holds the database and %s of files and keys.%n"
                .formatted(folder, Bytes.text(progress.path("bytes").asLong()));
    }

    private static boolean isRunning(JsonNode progress) {
        return switch (state(progress)) {
            case "DATABASE", "FILES" -> true;
            default -> false;
        };
    }

    private static String state(JsonNode progress) {
        return progress.path("state").asString();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted; the server goes on with the backup.");
        }
    }
}
