package io.dure.bench.objects;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What some clients reached together, each sending its next request when the last is answered.
///
/// @param perSecond requests
/// @param megabytesPerSecond of bodies, 10^6 bytes
/// @param medianMillis latency that every other request exceeded
/// @param p99Millis latency that one request in a hundred exceeded
record Load(double perSecond, double megabytesPerSecond, double medianMillis, double p99Millis) {

    /// One client's next request.
    interface Client extends AutoCloseable {
        /// @return bytes of body that it moved
        long next() throws Exception;

        @Override
        void close() throws IOException;
    }

    /// Makes the client of a number.
    interface Clients {
        Client client(int number) throws Exception;
    }

    @SuppressWarnings("ArrayRecordComponent") // a million longs, added up once and never compared
    private record Tally(long requests, long bytes, long nanos, long[] latencies) {}

    /// @param warmUp is not measured
    static Load run(int clients, Duration warmUp, Duration measured, Clients make)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<Tally>>();
            for (var number = 0; number < clients; number++) {
                var mine = number;
                running.add(threads.submit(() -> one(make, mine, warmUp, measured)));
            }
            var tallies = new ArrayList<Tally>();
            for (var client : running) {
                tallies.add(client.get());
            }
            return together(tallies);
        }
    }

    private static Tally one(Clients make, int number, Duration warmUp, Duration measured)
            throws Exception {
        try (var client = make.client(number)) {
            var warm = System.nanoTime() + warmUp.toNanos();
            while (System.nanoTime() < warm) {
                client.next();
            }
            var latencies = new long[1 << 20];
            var requests = 0;
            var bytes = 0L;
            var start = System.nanoTime();
            var end = start + measured.toNanos();
            var before = start;
            while (before < end && requests < latencies.length) {
                bytes += client.next();
                var after = System.nanoTime();
                latencies[requests++] = after - before;
                before = after;
            }
            return new Tally(requests, bytes, before - start, Arrays.copyOf(latencies, requests));
        }
    }

    private static Load together(ArrayList<Tally> tallies) {
        var latencies =
                tallies.stream()
                        .flatMapToLong(tally -> Arrays.stream(tally.latencies))
                        .sorted()
                        .toArray();
        return new Load(
                tallies.stream().mapToDouble(tally -> tally.requests * 1e9 / tally.nanos).sum(),
                tallies.stream().mapToDouble(tally -> tally.bytes * 1e3 / tally.nanos).sum(),
                latencies[latencies.length / 2] / 1e6,
                latencies[(int) (latencies.length * 0.99)] / 1e6);
    }
}
