package io.dure.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/// Kills the server twenty times under S3 clients that put, overwrite, copy, delete, upload in
/// parts and keep versions, while compaction and scrub run: whatever was acknowledged is there
/// after each kill, byte for byte, and what was deleted is gone. Says what it saw.
@Tag("proof")
class StorageKillProofTests {
    private static final int KILLS = 20;
    private static final int CLIENTS = 6;
    private static final long SEED = 20_261_128;

    @TempDir Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        var data = folder.resolve("data");
        var random = new Random(SEED);
        var clients = clients(data);
        var found = new Findings();

        for (var kill = 1; kill <= KILLS; kill++) {
            loadUntilKilled(data, clients, random, kill, found);
            try (var dure = up(data)) {
                for (var client : clients) {
                    client.verify(dure.s3Address(), found);
                }
            }
            System.out.printf(
                    "kill %d: %d acknowledged so far, %s%n",
                    kill, clients.stream().mapToLong(MixedClient::acknowledged).sum(), found);
        }

        assertThat(found.faults()).isEmpty();
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.acknowledged()).isGreaterThan(KILLS));
    }

    private static List<MixedClient> clients(Path data) throws Exception {
        try (var dure = up(data);
                var renter = Renter.of(dure)) {
            try (S3Client s3 =
                    MixedClient.connect(dure.s3Address(), renter.keyId(), renter.secret())) {
                MixedClient.makeBuckets(s3);
            }
            var clients = new ArrayList<MixedClient>();
            for (var number = 0; number < CLIENTS; number++) {
                clients.add(
                        new MixedClient(renter.keyId(), renter.secret(), number, SEED + number));
            }
            return clients;
        }
    }

    private static TestingDure up(Path data) throws Exception {
        var dure =
                TestingDure.launch(
                        List.of(
                                "env",
                                "DURE_S3_COMPACT_EVERY=PT1S",
                                "DURE_S3_SCRUB_EVERY=PT1S",
                                Launcher.DURE.toString()),
                        data);
        dure.awaitReady();
        return dure;
    }

    private static void loadUntilKilled(
            Path data, List<MixedClient> clients, Random random, int kill, Findings found)
            throws Exception {
        try (var dure = up(data)) {
            var killed = new AtomicBoolean();
            var threads = new ArrayList<Thread>();
            for (var client : clients) {
                threads.add(
                        Thread.ofVirtual()
                                .start(() -> client.load(dure.s3Address(), killed, found)));
            }
            Thread.sleep(2_000 + random.nextInt(4_000));
            killed.set(true);
            // Every other time PostgreSQL is killed with it; else it notices that its parent is
            // gone.
            var others =
                    kill % 2 == 0
                            ? dure.process().descendants().toList()
                            : List.<ProcessHandle>of();
            dure.kill();
            others.forEach(ProcessHandle::destroyForcibly);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    /// What was compared after the kills, and what was not as it was acknowledged.
    static final class Findings {
        private final Queue<String> faults = new ConcurrentLinkedQueue<>();
        private long compared;

        void compared() {
            compared++;
        }

        void fault(String what) {
            faults.add(what);
        }

        List<String> faults() {
            return List.copyOf(faults);
        }

        @Override
        public String toString() {
            return compared + " compared, " + faults.size() + " lost or changed";
        }
    }
}
