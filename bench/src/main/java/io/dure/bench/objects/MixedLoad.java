package io.dure.bench.objects;

import io.dure.bench.Figure;
import io.dure.bench.RunningServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/// Reads, overwrites and deletions for ten minutes, while the store is compacted and scrubbed: how
/// long the slowest take, and whether memory grows.
@SuppressWarnings("ArrayRecordComponent") // what is sent, never compared
record MixedLoad(boolean quick, RunningServer server, Bucket bucket, byte[] body) {
    private static final int KEYS = 20_000;
    private static final int READERS = 24;
    private static final int WRITERS = 8;
    private static final double GROWTH = 1.1;
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final Duration QUICK_TIME = Duration.ofSeconds(20);
    private static final byte[] NOTHING = {};

    /// A sixteenth of what is put is deleted again, and as much is larger than a slice.
    private static final int RARELY = 16;

    List<Figure> figures() throws IOException, InterruptedException, ExecutionException {
        var large = new byte[(1 << 20) + 1];
        new Random(large.length).nextBytes(large);
        try (var connection = bucket.connect()) {
            for (var number = 0; number < KEYS; number++) {
                connection.send(bucket.head("PUT", "mixed-" + number), body);
            }
        }
        var time = quick ? QUICK_TIME : TIME;
        try (var threads = Executors.newFixedThreadPool(2)) {
            var reads = threads.submit(() -> load(READERS, time, this::read));
            var writes =
                    threads.submit(() ->
                            load(
                                    WRITERS,
                                    time,
                                    (connection, number) -> write(connection, number, large)));
            var memory = memory(time, writes);
            return List.of(
                    Figure.of("mixed: GET 4 KiB, 24 clients", reads.get().perSecond(), "1/s"),
                    Figure.of("mixed: GET 4 KiB, p99", reads.get().p99Millis(), "ms"),
                    Figure.of("mixed: PUT, 8 clients", writes.get().perSecond(), "1/s"),
                    Figure.of("mixed: PUT, p99", writes.get().p99Millis(), "ms"),
                    Figure.of("mixed: PSS in the last fifth", memory.getLast(), "MB")
                            .against("in the second fifth", memory.get(1))
                            .atMost(GROWTH));
        }
    }

    private Load load(int clients, Duration time, Repeated.Request request)
            throws InterruptedException, ExecutionException {
        return Load.run(
                clients,
                Duration.ZERO,
                time,
                number -> new Repeated(bucket.connect(), number, request));
    }

    private static String anyKey() {
        return "mixed-" + ThreadLocalRandom.current().nextInt(KEYS);
    }

    private long read(HttpConnection connection, int number) throws IOException {
        return connection.send(bucket.head("GET", anyKey()), NOTHING);
    }

    private long write(HttpConnection connection, int number, byte[] large) throws IOException {
        if (number % RARELY == 0) {
            connection.send(bucket.head("PUT", "gone-" + number), body);
            connection.send(bucket.head("DELETE", "gone-" + number), NOTHING);
        } else if (number % RARELY == 1) {
            connection.send(bucket.head("PUT", "large-" + number % 64), large);
        } else {
            connection.send(bucket.head("PUT", anyKey()), body);
        }
        return body.length;
    }

    /// @return the mean of each fifth of the time, 10^6 bytes
    private List<Double> memory(Duration time, Future<Load> running) throws InterruptedException {
        var looks = new ArrayList<Double>();
        while (!running.isDone()) {
            looks.add(server.proportionalBytes() / 1e6);
            Thread.sleep(time.dividedBy(100));
        }
        var fifths = new ArrayList<Double>();
        for (var fifth = 0; fifth < 5; fifth++) {
            fifths.add(
                    looks.subList(looks.size() * fifth / 5, looks.size() * (fifth + 1) / 5).stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElse(0));
        }
        return fifths;
    }
}
