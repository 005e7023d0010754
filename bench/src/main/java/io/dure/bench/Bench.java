package io.dure.bench;

import io.dure.bench.objects.ObjectsBenchmark;
import io.dure.bench.objects.UploadsBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `./dure bench NAME [--quick] [--json FILE]`.
public final class Bench {
    /// Every benchmark there is; a new one adds its line.
    private static final List<Benchmark> ALL =
            List.of(
                    new ImportBenchmark(),
                    new ObjectsBenchmark(),
                    new StartBenchmark(),
                    new UploadsBenchmark());

    private static final int MISSED = 1;
    private static final int MISUSED = 2;

    private Bench() {}

    public static void main(String[] words) throws IOException {
        var rest = new ArrayList<>(List.of(words));
        var quick = rest.remove("--quick");
        var json = option(rest, "--json").map(Path::of);
        var launcher = Path.of(option(rest, "--launcher").orElse("./dure")).toAbsolutePath();
        var benchmark = ALL.stream().filter(one -> rest.equals(List.of(one.name()))).findFirst();
        if (benchmark.isEmpty()) {
            System.err.println(
                    "Usage: ./dure bench NAME [--quick] [--json FILE], with NAME one of "
                            + names());
            System.exit(MISUSED);
        } else {
            System.exit(run(benchmark.get(), quick, launcher, json));
        }
    }

    private static int run(Benchmark benchmark, boolean quick, Path launcher, Optional<Path> json)
            throws IOException {
        var folder = Files.createTempDirectory("dure-bench-" + benchmark.name());
        try {
            var report =
                    new Report(
                            benchmark.name(),
                            quick,
                            benchmark.measure(new Run(quick, launcher, folder)));
            System.out.print(report.table());
            if (json.isPresent()) {
                Files.writeString(json.get(), report.json());
            }
            return report.met() ? 0 : MISSED;
        } catch (Exception e) {
            System.err.println("The benchmark " + benchmark.name() + " broke: " + e);
            return MISSED;
        } finally {
            delete(folder);
        }
    }

    private static Optional<String> option(List<String> words, String name) {
        var at = words.indexOf(name);
        if (at < 0 || at + 1 == words.size()) {
            return Optional.empty();
        }
        words.remove(at);
        return Optional.of(words.remove(at));
    }

    private static String names() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
