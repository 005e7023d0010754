package io.dure.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Has the running server make the rows of a database that was lost anew from the store, and waits
/// for it.
final class ObjectsRebuild {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    static final Command COMMAND =
            new Command(
                    "objects rebuild",
                    List.of(),
                    List.of(),
                    "Makes buckets and objects of a database that was lost anew from the store.",
                    line -> run(line.console()));

    private ObjectsRebuild() {}

    private static String run(Console console) {
        var progress = console.post("/objects/rebuild", Map.of());
        var told = 0L;
        while (isRunning(progress)) {
            pause();
            progress = console.get("/objects/rebuild");
            if (progress.path("found").asLong() >= told + 100_000) {
                told = progress.path("found").asLong();
                System.err.println("dure: " + told + " bodies were found so far.");
            }
        }
        if (!progress.path("state").asString().equals("DONE")) {
            throw new RefusedException(
                    "The rebuild failed: " + progress.path("failure").asString());
        }
        return text(progress);
    }

    private static boolean isRunning(JsonNode progress) {
        return switch (progress.path("state").asString()) {
            case "READING", "WRITING" -> true;
            default -> false;
        };
    }

    private static String text(JsonNode progress) {
        var result = progress.path("result");
        var text = new StringBuilder();
        text.append(
                "%d buckets came back, with %d objects, %d earlier versions and %d delete markers: %s.%n"
                        .formatted(
                                result.path("buckets").asLong(),
                                result.path("objects").asLong(),
                                result.path("versions").asLong(),
                                result.path("markers").asLong(),
                                Bytes.text(result.path("bytes").asLong())));
        add(
                text,
                result.path("organisations"),
                "organisations were registered without people; invite owners by ./dure tenant invite.");
        add(
                text,
                result.path("unnotedBuckets"),
                "of the buckets are configured anew, private and with versions.");
        add(text, result.path("incomplete"), "multipart objects lack parts and did not come back.");
        add(text, result.path("looseParts"), "parts are of uploads that nobody completed.");
        add(text, progress.path("silent"), "bodies are of before they described themselves.");
        add(text, progress.path("sealed"), "bodies are sealed under keys that are gone.");
        add(text, progress.path("damaged"), "bodies are damaged, so that nobody knows whose.");
        text.append(
                "Access keys did not come back. What else did not is named in %s.%n"
                        .formatted(progress.path("report").asString()));
        return text.toString();
    }

    private static void add(StringBuilder text, JsonNode count, String meaning) {
        if (count.asLong() > 0) {
            text.append("%d %s%n".formatted(count.asLong(), meaning));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted; the server goes on with the rebuild.");
        }
    }
}
