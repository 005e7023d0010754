package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// A server that keeps its bodies in another S3 service, and is killed.
interface BodiesElsewhere {
    int ROUNDS = 3;

    /// So many are acknowledged before the kill, at least.
    int OF_A_ROUND = 20;

    int WRITERS = 4;

    /// The service, and a bucket there.
    Map<String, String> settings();

    Path folder();

    private TestingDure up() throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("env"));
        settings().forEach((name, value) -> command.add(name + "=" + value));
        command.add(Launcher.DURE.toString());
        var dure = TestingDure.launch(command, folder().resolve("data"));
        dure.awaitReady();
        return dure;
    }

    @Test
    default void everyAcknowledgedObjectReadsBackAfterEveryKill() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Queue<IOException> refused = new ConcurrentLinkedQueue<>();
        var large = "0123456789abcdef".repeat(1_500_000).getBytes(StandardCharsets.UTF_8);
        try (var dure = up();
                var renter = Renter.of(dure)) {
            renter.owner().put(path("large"), large);
        }

        for (var round = 0; round < ROUNDS; round++) {
            writeUntilKilled(round, acknowledged, refused);
        }

        assertThat(refused).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * OF_A_ROUND);
        try (var dure = up();
                var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", Renter.PASSWORD);
            for (var key : acknowledged) {
                assertThat(owner.bytes(path(key))).as(key).isEqualTo(content(key));
            }
            assertThat(owner.bytes(path("large"))).isEqualTo(large);
            assertThat(dure.output()).doesNotContain(settings().get("DURE_OBJECTS_S3_SECRET"));
        }
        try (var objects = Files.walk(folder().resolve("data/objects"))) {
            assertThat(objects.filter(Files::isRegularFile))
                    .allMatch(file -> file.toString().endsWith(".keys"));
        }
    }

    private void writeUntilKilled(int round, Set<String> acknowledged, Queue<IOException> refused)
            throws Exception {
        try (var dure = up()) {
            var killed = new AtomicBoolean();
            var writers = new ArrayList<Thread>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var prefix = "round-" + round + "-" + writer + "-";
                writers.add(
                        Thread.ofVirtual()
                                .start(() -> write(dure, prefix, killed, acknowledged, refused)));
            }
            awaitAcknowledged((round + 1) * OF_A_ROUND, acknowledged, refused);
            Thread.sleep(300L * round);
            killed.set(true);
            dure.kill();
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    private static void awaitAcknowledged(
            int count, Set<String> acknowledged, Queue<IOException> refused)
            throws InterruptedException {
        for (var patience = 600;
                acknowledged.size() <= count && refused.isEmpty() && patience > 0;
                patience--) {
            Thread.sleep(100);
        }
    }

    private static void write(
            TestingDure dure,
            String prefix,
            AtomicBoolean killed,
            Set<String> acknowledged,
            Queue<IOException> refused) {
        try (var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", Renter.PASSWORD);
            for (var number = 0; ; number++) {
                var key = prefix + number;
                owner.put(path(key), content(key));
                acknowledged.add(key);
            }
        } catch (IOException e) {
            // The kill cuts the connection; anything before it is a fault of its own.
            if (!killed.get()) {
                refused.add(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String path(String key) {
        return "/api/o/hanbit/storage/buckets/" + Renter.BUCKET + "/object?key=" + key;
    }

    private static byte[] content(String key) {
        return (key + " ").repeat(700).getBytes(StandardCharsets.UTF_8);
    }
}
