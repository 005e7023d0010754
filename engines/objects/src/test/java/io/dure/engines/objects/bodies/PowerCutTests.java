package io.dure.engines.objects.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.engines.objects.disk.SimulatedDisk;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.keys.NamespaceKeys;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// What was acknowledged survives a power cut at any moment, whatever the disk had not yet taken.
class PowerCutTests {
    private static final int WRITERS = 4;
    private static final int CUTS = 200;
    private static final int USES = 25;
    private static final int CUTS_IN_USE = 3;

    @Test
    void everyAcknowledgedBodyIsThereAfterAPowerCut() throws Exception {
        for (var seed = 0; seed < CUTS; seed++) {
            assertThat(lost(SimulatedDisk.empty(), seed)).as("seed %d", seed).isZero();
        }
    }

    /// The model can fail: on a disk whose fsync does nothing, bodies are lost.
    @Test
    void aDiskThatLiesIsFoundOut() throws Exception {
        var lost = 0;
        for (var seed = 0; seed < 20; seed++) {
            lost += lost(SimulatedDisk.lying(), seed);
        }

        assertThat(lost).isPositive();
    }

    /// What clients heard of stays so through several power cuts, whatever they do with it, and
    /// while it is compacted and swept; and the store says the same of it as the metadata do.
    @Test
    void nothingIsLostWhileTheStoreIsUsed() throws Exception {
        for (var seed = 0; seed < USES; seed++) {
            assertThat(problems(SimulatedDisk.empty(), seed)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aDiskThatLiesIsFoundOutInUse() throws Exception {
        var problems = 0;
        for (var seed = 0; seed < 20; seed++) {
            problems += problems(SimulatedDisk.lying(), seed).size();
        }

        assertThat(problems).isPositive();
    }

    private static List<String> problems(SimulatedDisk disk, int seed) throws Exception {
        var chance = new Random(seed);
        var model = new StoreModel();
        var powered = disk;
        for (var cut = 0; cut < CUTS_IN_USE; cut++) {
            powered.cutPowerAfter(chance.nextInt(1_000), chance);
            try {
                var failures = model.live(powered.getPath("/objects"), chance);
                assertThat(failures)
                        .allSatisfy(failure ->
                                assertThat(failure).hasRootCauseMessage("the power is off"));
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("the power is off");
            }
            powered = powered.afterPowerCut(chance);
        }
        return model.problems(powered.getPath("/objects"));
    }

    /// Writers fill the disk until its power is cut.
    ///
    /// @return how many acknowledged bodies are not what they were
    private static int lost(SimulatedDisk disk, int seed) throws Exception {
        var root = disk.getPath("/objects");
        var chance = new Random(seed);
        var acknowledged = new ConcurrentHashMap<StoredBody, byte[]>();
        disk.cutPowerAfter(chance.nextInt(400), chance);
        var writers = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bodies = new Bodies(root, NamespaceKeys.none(), 0, 0);
            for (var writer = 0; writer < WRITERS; writer++) {
                var own = new Random(31L * seed + writer);
                writers.add(threads.submit(() -> writeUntilTheCut(bodies, own, acknowledged)));
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("the power is off");
        }
        for (var writer : writers) {
            assertThatThrownBy(writer::get).rootCause().hasMessage("the power is off");
        }
        var after = disk.afterPowerCut(chance);
        return lost(
                new Bodies(after.getPath("/objects"), NamespaceKeys.none(), 0, 0), acknowledged);
    }

    private static int writeUntilTheCut(
            Bodies bodies, Random random, Map<StoredBody, byte[]> acknowledged) throws IOException {
        var mine = new ArrayList<StoredBody>();
        while (true) {
            var bytes = new byte[random.nextInt(8) == 0 ? 1_200_000 : random.nextInt(9_000)];
            random.nextBytes(bytes);
            try (var writer = bodies.create(TestingBodies.NAMESPACE)) {
                writer.write(bytes, 0, bytes.length);
                var body = writer.finish(TestingBodies.description());
                writer.commit(() -> acknowledged.put(body, bytes));
                mine.add(body);
            }
            if (random.nextInt(4) == 0) {
                var gone = mine.remove(random.nextInt(mine.size()));
                acknowledged.remove(gone);
                bodies.delete(List.of(gone));
            }
        }
    }

    private static int lost(Bodies bodies, Map<StoredBody, byte[]> acknowledged) {
        return (int)
                acknowledged.entrySet().stream()
                        .filter(entry -> !isThere(bodies, entry.getKey(), entry.getValue()))
                        .count();
    }

    private static boolean isThere(Bodies bodies, StoredBody body, byte[] bytes) {
        try (var reader = bodies.open(List.of(body)).orElse(null)) {
            if (reader == null) {
                return false;
            }
            var read = new ByteArrayOutputStream();
            reader.read(
                    ByteRange.whole(body.size()),
                    piece -> {
                        var copy = new byte[piece.remaining()];
                        piece.get(copy);
                        read.writeBytes(copy);
                    });
            return Arrays.equals(read.toByteArray(), bytes);
        } catch (IOException e) {
            return false;
        }
    }
}
