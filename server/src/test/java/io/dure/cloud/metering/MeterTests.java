package io.dure.cloud.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.usage.RequestClass;
import io.dure.engines.objects.usage.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// What counts requests, without a database.
class MeterTests {
    private static final Namespace SOMEBODY = new Namespace(new UUID(7, 7));

    @TempDir Path folder;

    private Meter meter() throws IOException {
        return new Meter(folder, InstantSource.system(), new Refusals());
    }

    private static Usage get(Namespace whose, String bucket, int status, long bytesOut) {
        return new Usage(
                whose,
                Optional.of(bucket),
                Optional.of("KEY"),
                RequestClass.READ,
                status,
                status < 400 ? Optional.empty() : Optional.of("NoSuchBucket"),
                1,
                bytesOut);
    }

    /// All that waits to be added to the sums, the oldest batch first.
    private static List<Count> waiting(Meter meter) {
        meter.turn();
        var counts = new ArrayList<Count>();
        for (var tally = meter.next(); tally.isPresent(); tally = meter.next()) {
            counts.addAll(tally.get().counts());
            meter.added(tally.get());
        }
        return counts;
    }

    private static Amounts sum(List<Count> counts) {
        return counts.stream().map(Count::amounts).reduce(Amounts.NONE, Amounts::plus);
    }

    @Test
    void whatManyCountAtOnceIsAllThere() throws Exception {
        var meter = meter();
        var handedOn = new ArrayList<Count>();
        var counting = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var turning =
                    threads.submit(() -> {
                        while (counting.get()) {
                            handedOn.addAll(waiting(meter));
                        }
                    });
            var clients = new ArrayList<Runnable>();
            for (var client = 0; client < 16; client++) {
                var bucket = "bucket-" + client % 4;
                clients.add(() -> {
                    for (var request = 0; request < 5_000; request++) {
                        meter.answered(get(SOMEBODY, bucket, 200, 3));
                    }
                });
            }
            for (var client : clients.stream().map(threads::submit).toList()) {
                client.get();
            }
            counting.set(false);
            turning.get();
        }
        handedOn.addAll(waiting(meter));

        assertThat(sum(handedOn)).isEqualTo(new Amounts(0, 80_000, 0, 80_000, 240_000));
        meter.end();
    }

    @Test
    void whatAKilledProcessCountedIsThereWithTheSameId() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child =
                new ProcessBuilder(
                                java,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Killed.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(child.inputReader().lines().anyMatch(Killed.READY::equals)).isTrue();
        child.destroyForcibly().waitFor();

        var first = meter();
        var left = first.next().orElseThrow();
        assertThat(sum(left.counts())).isEqualTo(new Amounts(0, 10, 0, 10, 450));
        first.end();
        var second = meter();

        assertThat(second.next().orElseThrow().id()).isEqualTo(left.id());
        assertThat(sum(waiting(second))).isEqualTo(new Amounts(0, 10, 0, 10, 450));
        second.end();
        assertThat(folder).isEmptyDirectory();
    }

    /// A process that counts ten requests and waits to be killed.
    static final class Killed {
        static final String READY = "counted";

        private Killed() {}

        public static void main(String[] arguments) throws Exception {
            var meter = new Meter(Path.of(arguments[0]), InstantSource.system(), new Refusals());
            for (var request = 0; request < 10; request++) {
                meter.answered(get(SOMEBODY, "bucket", 200, request * 10L));
            }
            System.out.println(READY);
            Thread.sleep(60_000);
        }
    }

    @Test
    void aFileThatWasBeingMadeHoldsNothing() throws Exception {
        var meter = meter();
        meter.answered(get(SOMEBODY, "bucket", 200, 3));
        meter.end();
        try (var files = Files.list(folder)) {
            var file = files.max(Comparator.naturalOrder()).orElseThrow();
            Files.write(file, new byte[100]);
        }

        var next = meter();

        assertThat(waiting(next)).isEmpty();
        next.end();
    }

    @Test
    void whoMakesUpNamesFillsNoMemory() throws Exception {
        var meter = meter();
        for (var request = 0; request < 3 * Tally.MOST_NAMED; request++) {
            meter.answered(get(SOMEBODY, "made-up-" + request, 404, 1));
        }
        meter.answered(get(SOMEBODY, "x".repeat(5_000), 404, 1));

        var counts = waiting(meter);

        assertThat(counts.size()).isLessThanOrEqualTo(Tally.MOST_NAMED + 1);
        assertThat(sum(counts).reads()).isEqualTo(3 * Tally.MOST_NAMED + 1);
        meter.end();
    }

    @Test
    void moreOrganisationsThanATallyHoldsAreCountedInAnother() throws Exception {
        var meter = meter();
        for (var tenant = 0; tenant < TallyMemory.SLOTS + 10; tenant++) {
            meter.answered(get(new Namespace(new UUID(1, tenant)), "bucket", 200, 1));
        }

        assertThat(sum(waiting(meter)).reads()).isEqualTo(TallyMemory.SLOTS + 10);
        meter.end();
    }

    @Test
    void whereNoFileCanBeMadeItIsCountedAllTheSame() throws Exception {
        var meter = meter();
        FileSystemUtils.deleteRecursively(folder);
        meter.answered(get(SOMEBODY, "bucket", 200, 3));
        meter.turn();
        meter.answered(get(SOMEBODY, "bucket", 200, 4));

        assertThat(sum(waiting(meter)).bytesOut()).isEqualTo(7);
        meter.end();
    }

    @Test
    void whatTheServerFailedToDoIsFree() throws Exception {
        var meter = meter();

        meter.answered(get(SOMEBODY, "bucket", 503, 300));

        assertThat(waiting(meter)).isEmpty();
        meter.end();
    }
}
