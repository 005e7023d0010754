package io.dure.bench.objects;

import io.dure.bench.Figure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// The first page of a thousand entries out of a bucket of a million keys: a thousand folders of a
/// thousand objects each. Filling it is a load of its own.
record Listing(boolean quick, Bucket bucket) {
    private static final int FOLDERS = 1_000;
    private static final int QUICK_FOLDERS = 20;
    private static final int IN_FOLDER = 1_000;
    private static final int FILLERS = 64;
    private static final double MILLIS = 15;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final byte[] BODY = new byte[16];
    private static final byte[] NOTHING = {};

    List<Figure> figures() throws InterruptedException, ExecutionException {
        var folders = quick ? QUICK_FOLDERS : FOLDERS;
        var since = System.nanoTime();
        fill(folders);
        var keys = folders * IN_FOLDER;
        var rate = keys * 1e9 / (System.nanoTime() - since);
        var objects = list("delimiter=%2F&list-type=2&prefix=folder-0010%2F");
        var prefixes = list("delimiter=%2F&list-type=2");
        return List.of(
                Figure.of("PUT 16 bytes %,d times, 64 clients".formatted(keys), rate, "1/s"),
                Figure.of("LIST 1,000 of its keys, delimiter, median", objects, "ms")
                        .atMost(MILLIS),
                Figure.of("LIST 1,000 of its folders, median", prefixes, "ms").atMost(MILLIS));
    }

    private void fill(int folders) throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var all = folders * IN_FOLDER;
        try (var threads = Executors.newFixedThreadPool(FILLERS)) {
            var running = new ArrayList<Future<?>>();
            for (var filler = 0; filler < FILLERS; filler++) {
                running.add(
                        threads.submit(() -> {
                            try (var connection = bucket.connect()) {
                                for (var number = next.getAndIncrement();
                                        number < all;
                                        number = next.getAndIncrement()) {
                                    connection.send(bucket.head("PUT", key(number)), BODY);
                                }
                            }
                            return null;
                        }));
            }
            for (var filler : running) {
                filler.get();
            }
        }
    }

    private static String key(int number) {
        return "folder-%04d/object-%04d".formatted(number / IN_FOLDER, number % IN_FOLDER);
    }

    private double list(String query) throws InterruptedException, ExecutionException {
        var head = bucket.head("GET", "", query);
        return Load.run(
                        1,
                        WARM_UP,
                        MEASURED,
                        number ->
                                new Repeated(
                                        bucket.connect(),
                                        number,
                                        (connection, _) -> connection.send(head, NOTHING)))
                .medianMillis();
    }
}
