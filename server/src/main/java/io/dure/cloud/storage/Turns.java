package io.dure.cloud.storage;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// One at a time of each organisation. They would wait for each other in the database anyway, and
/// here they hold no connection while they do: an organisation cannot take all of them.
final class Turns {
    /// As long as a connection is waited for.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Map<Namespace, Semaphore> turns = new ConcurrentHashMap<>();

    /// @throws S3Exception ServiceUnavailable if it is not one's turn in time
    <T> T take(Namespace namespace, Supplier<T> code) {
        var turn = turns.computeIfAbsent(namespace, _ -> new Semaphore(1, true));
        await(turn);
        try {
            return code.get();
        } finally {
            turn.release();
        }
    }

    private static void await(Semaphore turn) {
        try {
            if (turn.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new S3Exception(S3Error.SERVICE_UNAVAILABLE);
    }
}
