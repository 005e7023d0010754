package io.dure.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Puts objects without end, and deletes every second one soon after, as people do while a backup
/// is taken.
final class Writer implements Runnable {
    static final String BUCKET = "papers";

    private static final String BUCKET_PATH = "/api/o/hanbit/storage/buckets/" + BUCKET;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Visitor visitor;
    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();

    Writer(Visitor visitor) {
        this.visitor = visitor;
    }

    @Override
    public void run() {
        try {
            for (var number = 0; !stopped.get(); number++) {
                visitor.put(path("paper-" + number), content("paper-" + number));
                if (number % 2 == 1) {
                    visitor.delete(path("paper-" + (number - 1)));
                }
                written.incrementAndGet();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.set(true);
    }

    int written() {
        return written.get();
    }

    /// @throws IllegalStateException if it does not get that far in a minute
    void awaitWritten(int number) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (written.get() < number) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + written + " were written");
            }
            Thread.sleep(10);
        }
    }

    /// Reads every object that a list names.
    ///
    /// @return how many there are
    /// @throws IOException if one is not there or not what was written
    static int readAll(Visitor visitor) throws IOException, InterruptedException {
        var items = visitor.get(BUCKET_PATH + "/objects?limit=1000").path("items");
        for (var item : items) {
            var key = item.path("key").asString();
            if (!new String(visitor.bytes(path(key)), StandardCharsets.UTF_8)
                    .equals(new String(content(key), StandardCharsets.UTF_8))) {
                throw new IOException(key + " is not what was written");
            }
        }
        return items.size();
    }

    private static String path(String key) {
        return BUCKET_PATH + "/object?key=" + key;
    }

    private static byte[] content(String key) {
        return (key + " ").repeat(1000).getBytes(StandardCharsets.UTF_8);
    }
}
