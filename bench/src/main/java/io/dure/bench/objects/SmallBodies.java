package io.dure.bench.objects;

import io.dure.bench.Figure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/// Bodies of 4 KiB. Requests are signed ahead, so that a client costs no more than nginx's, or than
/// whoever writes files.
@SuppressWarnings("ArrayRecordComponent") // what is sent, never compared
record SmallBodies(Pace pace, Bucket bucket, URI nginx, Path folder, byte[] body) {
    static final int FEW = 16;

    private static final double PUT_OF_FILES = 2;
    private static final double PUT_MANY_OF_FILES = 4;
    private static final double GET_OF_NGINX = 0.35;

    /// So many different objects are read, in turn.
    private static final int OBJECTS = 1_000;

    /// So many requests are signed ahead, for all clients together: more than are sent.
    private static final int SIGNED = 256_000;

    private static final byte[] NOTHING = {};

    static void serve(Path folder, byte[] body) throws IOException {
        for (var number = 0; number < OBJECTS; number++) {
            Files.write(folder.resolve("small-" + number), body);
        }
    }

    List<Figure> figures() throws IOException, InterruptedException, ExecutionException {
        for (var number = 0; number < OBJECTS; number++) {
            bucket.put("small-" + number, body);
        }
        ripen();
        var naiveBefore = naive("before");
        var put = put(FEW);
        var putMany = put(64);
        var naive = Math.max(naiveBefore, naive("after"));
        var get = get(bucket.address(), name -> bucket.head("GET", name));
        var nginxGet = get(nginx, name -> "GET /" + name + " HTTP/1.1\r\nHost: localhost\r\n");
        return List.of(
                Figure.of("PUT 4 KiB, durable, 16 clients", put.perSecond(), "1/s")
                        .against("create+write+fsync, 1 writer", naive)
                        .atLeast(PUT_OF_FILES),
                Figure.of("PUT 4 KiB, 16 clients, p99", put.p99Millis(), "ms"),
                Figure.of("PUT 4 KiB, durable, 64 clients", putMany.perSecond(), "1/s")
                        .against("create+write+fsync, 1 writer", naive)
                        .atLeast(PUT_MANY_OF_FILES),
                Figure.of("PUT 4 KiB, 64 clients, p99", putMany.p99Millis(), "ms"),
                Figure.of("GET 4 KiB, 32 clients", get.perSecond(), "1/s")
                        .against("nginx", nginxGet.perSecond())
                        .atLeast(GET_OF_NGINX),
                Figure.of("GET 4 KiB, 32 clients, p99", get.p99Millis(), "ms"));
    }

    /// Servers run for months: what is measured is not what the JVM does in its first minute.
    private void ripen() throws InterruptedException, ExecutionException {
        put(64);
        get(bucket.address(), name -> bucket.head("GET", name));
    }

    /// Measured before and after what it is compared with, and the better counts: a rented disk's
    /// speed drifts, and after the load the database still writes.
    private double naive(String name) throws IOException {
        return NaiveFiles.perSecond(folder.resolve(name), body, pace.measured().dividedBy(2));
    }

    private Load put(int clients) throws InterruptedException, ExecutionException {
        return put(pace, bucket, body, clients);
    }

    static Load put(Pace pace, Bucket bucket, byte[] body, int clients)
            throws InterruptedException, ExecutionException {
        var each = SIGNED / clients;
        var heads = new ArrayList<List<String>>();
        for (var client = 0; client < clients; client++) {
            var mine = client;
            heads.add(
                    IntStream.range(0, each)
                            .mapToObj(number ->
                                    bucket.head(
                                            "PUT", "load-" + clients + "/" + mine + "/" + number))
                            .toList());
        }
        return Load.run(
                clients,
                pace.warmUp(),
                pace.measured(),
                client ->
                        new Repeated(
                                bucket.connect(),
                                0,
                                (connection, number) -> {
                                    connection.send(heads.get(client).get(number % each), body);
                                    return body.length;
                                }));
    }

    private interface Head {
        String of(String name);
    }

    private Load get(URI server, Head head) throws InterruptedException, ExecutionException {
        var heads =
                IntStream.range(0, OBJECTS).mapToObj(number -> head.of("small-" + number)).toList();
        return pace.load(
                32,
                server,
                (connection, number) -> connection.send(heads.get(number % OBJECTS), NOTHING));
    }
}
