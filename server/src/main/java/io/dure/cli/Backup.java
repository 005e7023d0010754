package io.dure.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// `backup DIR`: has the running server copy all it keeps to a folder, and waits for it.
final class Backup {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private Backup() {}

    static String run(CommandLine line, Console console) {
        var folder = Path.of(line.word(0, "DIR")).toAbsolutePath().normalize();
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
