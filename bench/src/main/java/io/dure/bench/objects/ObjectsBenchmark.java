package io.dure.bench.objects;

import io.dure.bench.Api;
import io.dure.bench.Benchmark;
import io.dure.bench.Figure;
import io.dure.bench.Run;
import io.dure.bench.RunningServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/// Storage over S3. Reading is measured beside nginx, writing durably beside one writer that fsyncs
/// file after file; client and servers share the same cores in every row.
public final class ObjectsBenchmark implements Benchmark {
    private static final int SMALL_BYTES = 4 * 1024;
    private static final int LARGE_BYTES = 64 * 1024 * 1024;
    private static final double GET_LARGE_OF_NGINX = 0.5;
    private static final double PUT_SMALL_OF_FILES = 2;
    private static final double PUT_MANY_OF_FILES = 4;
    private static final double GET_SMALL_OF_NGINX = 0.35;

    /// A server that has just started still compiles itself, on the same two cores: shorter, and it
    /// is the compiler that is measured.
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    /// So many different small objects are read, in turn.
    private static final int SMALL_OBJECTS = 1_000;

    private static final String BUCKET = "bench";
    private static final byte[] NOTHING = {};

    private final InstantSource clock = InstantSource.system();

    @Override
    public String name() {
        return "objects";
    }

    @Override
    public List<Figure> measure(Run run) throws Exception {
        var bodies = Files.createDirectories(run.folder().resolve("files"));
        var small = random(SMALL_BYTES);
        var large = random(LARGE_BYTES);
        for (var number = 0; number < SMALL_OBJECTS; number++) {
            Files.write(bodies.resolve("small-" + number), small);
        }
        Files.write(bodies.resolve("large"), large);
        var data = run.folder().resolve("data");
        try (var server = RunningServer.start(run.launcher(), data);
                var nginx = Nginx.start(run.folder(), bodies)) {
            var storage = rent(server, data);
            for (var number = 0; number < SMALL_OBJECTS; number++) {
                storage.put("small-" + number, small);
            }
            storage.put("large", large);
            return new Measuring(run, storage, nginx.address(), small, large).figures();
        }
    }

    private Storage rent(RunningServer server, Path data) throws IOException, InterruptedException {
        try (var api = Api.signUp(server, data)) {
            var key = Key.rent(api);
            api.post("/storage/buckets", Map.of("name", BUCKET));
            return new Storage(server.s3(), key, clock);
        }
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /// The bucket, as a lean client sees it.
    private record Storage(URI address, Key key, InstantSource clock) {
        void put(String name, byte[] body) throws IOException {
            try (var connection = new HttpConnection(address)) {
                connection.send(head("PUT", name), body);
            }
        }

        String head(String method, String name) {
            Instant now = clock.instant();
            return key.head(method, address.getAuthority(), "/" + BUCKET + "/" + name, now);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // what is sent, never compared
    private record Measuring(Run run, Storage storage, URI nginx, byte[] small, byte[] large) {
        List<Figure> figures() throws Exception {
            var naiveBefore = naive("before");
            var putSmall = put(16, small);
            var putMany = put(64, small);
            var naive = Math.max(naiveBefore, naive("after"));
            var getSmall = get(32, smallNames());
            var nginxSmall = getFromNginx(32, smallNames());
            var putLarge = put(2, large);
            var getLarge = get(2, List.of("large"));
            var nginxLarge = getFromNginx(2, List.of("large"));
            return List.of(
                    Figure.of("PUT 4 KiB, durable, 16 clients", putSmall.perSecond(), "1/s")
                            .against("create+write+fsync, 1 writer", naive)
                            .atLeast(PUT_SMALL_OF_FILES),
                    Figure.of("PUT 4 KiB, 16 clients, p99", putSmall.p99Millis(), "ms"),
                    Figure.of("PUT 4 KiB, durable, 64 clients", putMany.perSecond(), "1/s")
                            .against("create+write+fsync, 1 writer", naive)
                            .atLeast(PUT_MANY_OF_FILES),
                    Figure.of("PUT 4 KiB, 64 clients, p99", putMany.p99Millis(), "ms"),
                    Figure.of("GET 4 KiB, 32 clients", getSmall.perSecond(), "1/s")
                            .against("nginx", nginxSmall.perSecond())
                            .atLeast(GET_SMALL_OF_NGINX),
                    Figure.of("GET 4 KiB, 32 clients, p99", getSmall.p99Millis(), "ms"),
                    Figure.of(
                            "PUT 64 MiB, durable, 2 clients",
                            putLarge.megabytesPerSecond(),
                            "MB/s"),
                    Figure.of("GET 64 MiB, 2 clients", getLarge.megabytesPerSecond(), "MB/s")
                            .against("nginx", nginxLarge.megabytesPerSecond())
                            .atLeast(GET_LARGE_OF_NGINX));
        }

        /// Measured before and after what it is compared with, and the better counts: a rented
        /// disk's speed drifts, and after the load the database still writes.
        private double naive(String folder) throws IOException {
            return NaiveFiles.perSecond(run.folder().resolve(folder), small, time().dividedBy(2));
        }

        private Load put(int clients, byte[] body) throws InterruptedException, ExecutionException {
            return load(
                    clients,
                    storage.address(),
                    (connection, number) -> {
                        connection.send(storage.head("PUT", "load/" + number), body);
                        return body.length;
                    });
        }

        private static List<String> smallNames() {
            return IntStream.range(0, SMALL_OBJECTS).mapToObj(number -> "small-" + number).toList();
        }

        /// Requests are signed ahead, so that a client costs the same as nginx's.
        private Load get(int clients, List<String> names)
                throws InterruptedException, ExecutionException {
            return get(
                    clients,
                    storage.address(),
                    names.stream().map(name -> storage.head("GET", name)).toList());
        }

        private Load getFromNginx(int clients, List<String> names)
                throws InterruptedException, ExecutionException {
            return get(
                    clients,
                    nginx,
                    names.stream()
                            .map(name -> "GET /" + name + " HTTP/1.1\r\nHost: localhost\r\n")
                            .toList());
        }

        private Load get(int clients, URI server, List<String> heads)
                throws InterruptedException, ExecutionException {
            return load(
                    clients,
                    server,
                    (connection, number) ->
                            connection.send(heads.get(number % heads.size()), NOTHING));
        }

        private Load load(int clients, URI server, Request request)
                throws InterruptedException, ExecutionException {
            return Load.run(
                    clients,
                    run.quick() ? Duration.ofSeconds(3) : WARM_UP,
                    time(),
                    number -> new Repeated(new HttpConnection(server), number, request));
        }

        private Duration time() {
            return run.quick() ? Duration.ofSeconds(3) : Duration.ofSeconds(12);
        }
    }

    private interface Request {
        /// @param number another each time, of any client
        long send(HttpConnection connection, int number) throws IOException;
    }

    /// A client that sends a request again and again, with another number each time.
    private static final class Repeated implements Load.Client {
        private static final int MOST_OF_A_CLIENT = 10_000_000;

        private final HttpConnection connection;
        private final int number;
        private final Request request;
        private int sent;

        Repeated(HttpConnection connection, int number, Request request) {
            this.connection = connection;
            this.number = number;
            this.request = request;
        }

        @Override
        public long next() throws IOException {
            return request.send(connection, number * MOST_OF_A_CLIENT + sent++);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
