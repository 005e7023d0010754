package io.dure.bench.objects;

import io.dure.bench.Api;
import io.dure.bench.Benchmark;
import io.dure.bench.Figure;
import io.dure.bench.Run;
import io.dure.bench.RunningServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What many large uploads at once take of the memory: bodies stream, so as good as nothing.
public final class UploadsBenchmark implements Benchmark {
    private static final int UPLOADS = 64;
    private static final int CHUNK_BYTES = 1 << 20;
    private static final int CHUNKS = 256;
    private static final int QUICK_CHUNKS = 16;
    private static final double ABOVE_IDLE_MEGABYTES = 200;
    private static final String BUCKET = "uploads";

    private static final Duration SETTLE = Duration.ofSeconds(60);
    private static final Duration QUICK_SETTLE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final InstantSource clock = InstantSource.system();

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public List<Figure> measure(Run run) throws Exception {
        var data = run.folder().resolve("data");
        try (var server = RunningServer.start(run.launcher(), data)) {
            var key = rent(server, data);
            Thread.sleep(run.quick() ? QUICK_SETTLE : SETTLE);
            var idle = server.proportionalBytes();
            var chunks = run.quick() ? QUICK_CHUNKS : CHUNKS;
            var since = System.nanoTime();
            var most = upload(server, key, chunks);
            var seconds = (System.nanoTime() - since) / 1e9;
            return List.of(
                    Figure.of("idle PSS, PostgreSQL included", idle / 1e6, "MB"),
                    Figure.of(
                                    "above it during %d uploads of %d MiB"
                                            .formatted(UPLOADS, chunks * (CHUNK_BYTES >> 20)),
                                    (most - idle) / 1e6,
                                    "MB")
                            .atMost(ABOVE_IDLE_MEGABYTES),
                    Figure.of(
                            "stored",
                            (double) UPLOADS * chunks * CHUNK_BYTES / 1e6 / seconds,
                            "MB/s"));
        }
    }

    private static Key rent(RunningServer server, Path data) throws Exception {
        try (var api = Api.signUp(server, data)) {
            var key = Key.rent(api);
            api.post("/storage/buckets", Map.of("name", BUCKET));
            return key;
        }
    }

    /// @return the most bytes of memory that the server took meanwhile
    private long upload(RunningServer server, Key key, int chunks)
            throws InterruptedException, ExecutionException {
        var chunk = new byte[CHUNK_BYTES];
        new Random(CHUNK_BYTES).nextBytes(chunk);
        var most = 0L;
        try (var threads = Executors.newFixedThreadPool(UPLOADS)) {
            var running = new ArrayList<Future<Long>>();
            for (var number = 0; number < UPLOADS; number++) {
                var path = "/" + BUCKET + "/" + number;
                running.add(threads.submit(() -> put(server, key, path, chunk, chunks)));
            }
            while (running.stream().anyMatch(upload -> !upload.isDone())) {
                most = Math.max(most, server.proportionalBytes());
                Thread.sleep(BETWEEN_LOOKS);
            }
            for (var upload : running) {
                upload.get();
            }
        }
        return most;
    }

    private long put(RunningServer server, Key key, String path, byte[] chunk, int chunks)
            throws Exception {
        try (var connection = new HttpConnection(server.s3())) {
            var head = key.head("PUT", server.s3().getAuthority(), path, clock.instant());
            return connection.send(head, chunk, chunks);
        }
    }
}
