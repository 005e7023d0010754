package io.dure.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How soon the server is back after a restart, and what it takes while nobody uses it.
final class StartBenchmark implements Benchmark {
    private static final double READY_SECONDS = 6;
    private static final double IDLE_MEGABYTES = 700;
    private static final int STARTS = 3;

    /// Long enough for what runs just after the start, and for a collection or two.
    private static final Duration SETTLE = Duration.ofSeconds(60);

    private static final Duration QUICK_SETTLE = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Run run) throws IOException, InterruptedException {
        var data = run.folder().resolve("data");
        var first = start(run, data);
        var seconds = new ArrayList<Double>();
        for (var i = 0; i < (run.quick() ? 1 : STARTS); i++) {
            seconds.add(start(run, data));
        }
        var second = seconds.stream().sorted().toList().get(seconds.size() / 2);
        return List.of(
                Figure.of("first start to /readyz, with the demo", first, "s"),
                Figure.of("second start to /readyz, median", second, "s").atMost(READY_SECONDS),
                Figure.of("idle PSS with the demo, PostgreSQL included", idle(run, data), "MB")
                        .atMost(IDLE_MEGABYTES));
    }

    private static double start(Run run, Path data) throws IOException, InterruptedException {
        try (var server = RunningServer.start(run.launcher(), data, "--demo")) {
            return server.startMillis() / 1000.0;
        }
    }

    private static double idle(Run run, Path data) throws IOException, InterruptedException {
        try (var server = RunningServer.start(run.launcher(), data, "--demo")) {
            Thread.sleep(run.quick() ? QUICK_SETTLE : SETTLE);
            return server.proportionalBytes() / 1e6;
        }
    }
}
