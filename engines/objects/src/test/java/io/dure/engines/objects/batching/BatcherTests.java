package io.dure.engines.objects.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatcherTests {
    private static final int CLIENTS = 16;
    private static final int EACH = 500;

    @Test
    void everythingIsDoneOnceAndNeverTwoBatchesAtATime() throws Exception {
        var done = new AtomicIntegerArray(CLIENTS * EACH);
        var running = new AtomicInteger();
        var mostAtATime = new AtomicInteger();
        var largestBatch = new AtomicInteger();
        var batcher =
                new Batcher<Integer>(
                        5,
                        Duration.ZERO,
                        batch -> {
                            mostAtATime.accumulateAndGet(running.incrementAndGet(), Math::max);
                            largestBatch.accumulateAndGet(batch.size(), Math::max);
                            batch.forEach(done::incrementAndGet);
                            running.decrementAndGet();
                        });

        together(client -> {
            for (var number = 0; number < EACH; number++) {
                var item = client * EACH + number;
                batcher.submit(item);
                assertThat(done.get(item)).as("done when submit returns").isOne();
            }
        });

        for (var item = 0; item < done.length(); item++) {
            assertThat(done.get(item)).isOne();
        }
        assertThat(mostAtATime).hasValue(1);
        assertThat(largestBatch).hasValueLessThanOrEqualTo(5);
    }

    @Test
    void whatComesDuringABatchIsTheNextBatch() throws Exception {
        try (var held = new Held(Duration.ZERO)) {
            held.release("a", "b", "c");

            assertThat(held.batches).containsExactly(List.of("a"), List.of("b", "c"));
        }
    }

    @Test
    void whoFollowsABatchOfSeveralWaitsForCompany() throws Exception {
        try (var held = new Held(Duration.ofSeconds(2))) {
            held.release("a", "b", "c");

            var company = List.of(held.submit("d"), held.submit("e"));
            for (var one : company) {
                one.get();
            }

            assertThat(held.batches).hasSize(3);
            assertThat(held.batches.getLast()).containsExactlyInAnyOrder("d", "e");
        }
    }

    /// A batcher whose first batch lasts until it is released.
    private static final class Held implements AutoCloseable {
        private final List<List<String>> batches = new ArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final Batcher<String> batcher;
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

        Held(Duration gathering) {
            batcher =
                    new Batcher<>(
                            10,
                            gathering,
                            batch -> {
                                batches.add(batch);
                                begun.countDown();
                                await(mayEnd);
                            });
        }

        /// Submits the first, the others while it is being done, and returns when all are.
        void release(String first, String... others) throws Exception {
            var all = new ArrayList<Future<?>>();
            all.add(submit(first));
            begun.await();
            for (var other : others) {
                all.add(BatcherTests.submit(threads, batcher, other));
            }
            mayEnd.countDown();
            for (var one : all) {
                one.get();
            }
        }

        Future<?> submit(String item) {
            return threads.submit(() -> batcher.submit(item));
        }

        @Override
        public void close() {
            threads.close();
        }
    }

    @Test
    void workThatThrowsHoldsNobodyUp() throws Exception {
        var batcher =
                new Batcher<Integer>(
                        3,
                        Duration.ZERO,
                        batch -> {
                            if (batch.contains(0)) {
                                throw new IllegalStateException("zero");
                            }
                        });

        assertThatThrownBy(() -> batcher.submit(0)).isInstanceOf(IllegalStateException.class);
        var thrown = new AtomicInteger();
        together(client -> {
            for (var number = 0; number < EACH; number++) {
                try {
                    batcher.submit((client + number) % 7);
                } catch (IllegalStateException e) {
                    thrown.incrementAndGet();
                }
            }
        });
        assertThat(thrown).hasPositiveValue();
    }

    @Test
    void anInterruptedThreadStillWaitsForItsOutcomeAndStaysInterrupted() throws Exception {
        var outcome = new AtomicInteger();
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var batcher =
                new Batcher<Integer>(
                        1,
                        Duration.ZERO,
                        batch -> {
                            if (batch.contains(1)) {
                                begun.countDown();
                                await(mayEnd);
                            }
                            outcome.addAndGet(batch.getFirst());
                        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> batcher.submit(1));
            begun.await();
            var interrupted =
                    threads.submit(() -> {
                        Thread.currentThread().interrupt();
                        batcher.submit(10);
                        assertThat(outcome).hasValue(11);
                        return Thread.currentThread().isInterrupted();
                    });
            Thread.sleep(50);
            mayEnd.countDown();

            first.get();
            assertThat(interrupted.get()).isTrue();
        }
    }

    private interface Client {
        void run(int number);
    }

    private static void together(Client client) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < CLIENTS; number++) {
                var mine = number;
                running.add(threads.submit(() -> client.run(mine)));
            }
            for (var one : running) {
                one.get();
            }
        }
    }

    /// Returns once it waits for the batch that is being done.
    private static Future<?> submit(ExecutorService threads, Batcher<String> batcher, String item)
            throws InterruptedException {
        var thread = new CountDownLatch(1);
        var waiting = new Thread[1];
        var submitted =
                threads.submit(() -> {
                    waiting[0] = Thread.currentThread();
                    thread.countDown();
                    batcher.submit(item);
                });
        thread.await();
        while (waiting[0].getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return submitted;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
