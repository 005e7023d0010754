package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is acknowledged is kept, whoever is killed: the server alone, or PostgreSQL with it. (The
/// page cache survives a kill; power loss is the business of the engines' own tests.)
@Tag("proof")
class KillProofTests {
    private static final String PASSWORD = "correct-horse-7-battery";
    private static final String BUCKET = "/api/o/hanbit/storage/buckets/papers";
    private static final int ROUNDS = 6;
    private static final int WRITERS = 4;

    @TempDir Path folder;

    /// Keys whose storing was answered with success.
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private final Queue<IOException> refused = new ConcurrentLinkedQueue<>();

    @Test
    void everyAcknowledgedObjectReadsBackAfterEveryKill() throws Exception {
        var data = folder.resolve("data");
        try (var dure = TestingDure.up(data)) {
            makeBucket(dure);
        }

        for (var round = 0; round < ROUNDS; round++) {
            writeUntilKilled(data, round);
            verify(data);
        }

        assertThat(refused).isEmpty();
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * 20);
    }

    private static void makeBucket(TestingDure dure) throws IOException, InterruptedException {
        var created =
                Launcher.run(
                        Path.of("."),
                        "tenant",
                        "create",
                        "hanbit",
                        "한빛정밀",
                        "--owner",
                        "kim",
                        "--data",
                        dure.data().toString());
        try (var owner = new Visitor(dure.address())) {
            owner.accept("hanbit", created.output(), PASSWORD);
            owner.post("/api/o/hanbit/storage/buckets", Map.of("name", "papers"));
        }
    }

    private void writeUntilKilled(Path data, int round) throws Exception {
        try (var dure = TestingDure.up(data)) {
            var killed = new AtomicBoolean();
            var writers = new ArrayList<Thread>();
            for (var writer = 0; writer < WRITERS; writer++) {
                var prefix = "round-" + round + "-" + writer + "-";
                writers.add(Thread.ofVirtual().start(() -> write(dure, prefix, killed)));
            }
            Thread.sleep(2_000 + 300L * round);
            killed.set(true);
            killAll(dure, round % 2 == 1);
            for (var writer : writers) {
                writer.join();
            }
        }
    }

    /// @param postgresToo otherwise PostgreSQL notices by itself that its parent is gone
    private static void killAll(TestingDure dure, boolean postgresToo) throws InterruptedException {
        var descendants =
                postgresToo ? dure.process().descendants().toList() : List.<ProcessHandle>of();
        dure.kill();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private void write(TestingDure dure, String prefix, AtomicBoolean killed) {
        try (var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", PASSWORD);
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

    private void verify(Path data) throws IOException, InterruptedException {
        try (var dure = TestingDure.up(data);
                var owner = new Visitor(dure.address())) {
            owner.signIn("hanbit", "kim", PASSWORD);
            for (var key : acknowledged) {
                assertThat(owner.bytes(path(key))).as(key).isEqualTo(content(key));
            }
        }
    }

    private static String path(String key) {
        return BUCKET + "/object?key=" + key;
    }

    private static byte[] content(String key) {
        return (key + " ").repeat(700).getBytes(StandardCharsets.UTF_8);
    }
}
