package io.dure.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How long an organisation waits for its people: a file of 10,000 is previewed and applied.
final class ImportBenchmark implements Benchmark {
    private static final double APPLIED_SECONDS = 60;
    private static final int PEOPLE = 10_000;
    private static final int QUICK_PEOPLE = 1_000;
    private static final int DEPARTMENTS = 100;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    @Override
    public String name() {
        return "import";
    }

    @Override
    public List<Figure> measure(Run run) throws IOException, InterruptedException {
        var data = run.folder().resolve("data");
        try (var server = RunningServer.start(run.launcher(), data);
                var api = Api.signUp(server, data)) {
            for (var number = 0; number < DEPARTMENTS; number++) {
                api.post("/departments", Map.of("name", "Department " + number));
            }
            var people = run.quick() ? QUICK_PEOPLE : PEOPLE;
            var begin = System.nanoTime();
            var id = api.post("/imports", "text/csv", file(people)).path("id").asString();
            var previewed = secondsSince(begin);
            api.post("/imports/" + id + "/apply", Map.of());
            waitUntilApplied(api, id);
            return List.of(
                    Figure.of("preview of %,d people".formatted(people), previewed, "s"),
                    Figure.of("import of them, preview included", secondsSince(begin), "s")
                            .atMost(APPLIED_SECONDS));
        }
    }

    private static String file(int people) {
        var file = new StringBuilder("employee_number,name,department\n");
        for (var number = 0; number < people; number++) {
            file.append(
                    "E%05d,김민%c%c,Department %d\n"
                            .formatted(
                                    number,
                                    '가' + number % 500,
                                    '가' + number / 20,
                                    number % DEPARTMENTS));
        }
        return file.toString();
    }

    private static void waitUntilApplied(Api api, String id)
            throws IOException, InterruptedException {
        while (true) {
            var found = api.get("/imports/" + id);
            switch (found.path("state").asString()) {
                case "APPLIED" -> {
                    return;
                }
                case "APPLYING" -> Thread.sleep(BETWEEN_LOOKS);
                default -> throw new IOException("the import ended as " + found);
            }
        }
    }

    private static double secondsSince(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
