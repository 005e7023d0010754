package io.dure.engines.objects.bodies;

import io.dure.engines.objects.metadata.Namespace;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Has bodies be numbered in the order in which the metadata come to name them, where that order
/// means something: of the versions of a key, and while a bucket is being configured. Whoever reads
/// the store without the metadata then sees the same order.
///
/// A turn lasts from before a body is finished until the metadata named it. Who has a turn may take
/// it again, and others only of the same keys.
public final class Turns {
    private final Locks<Key, ReentrantLock> keys = new Locks<>(ReentrantLock::new);
    private final Locks<Bucket, ReentrantReadWriteLock> buckets =
            new Locks<>(ReentrantReadWriteLock::new);

    private record Bucket(Namespace namespace, String name) {}

    private record Key(Bucket bucket, String name) {}

    /// A lock for each name, for as long as anybody holds it or waits for it: nobody waits for
    /// another's bucket.
    private static final class Locks<N, L> {
        private final ConcurrentHashMap<N, Shared<L>> used = new ConcurrentHashMap<>();
        private final Supplier<L> make;

        private Locks(Supplier<L> make) {
            this.make = make;
        }

        private record Shared<L>(L lock, int users) {
            Shared<L> with(int more) {
                return new Shared<>(lock, users + more);
            }
        }

        L use(N name) {
            return used.compute(
                            name,
                            (_, shared) ->
                                    shared == null ? new Shared<>(make.get(), 1) : shared.with(1))
                    .lock();
        }

        void leave(N name) {
            used.computeIfPresent(
                    name, (_, shared) -> shared.users() == 1 ? null : shared.with(-1));
        }
    }

    /// To be ended by the thread that took it.
    public final class Turn implements AutoCloseable {
        private final Deque<Runnable> ends = new ArrayDeque<>();
        private final Bucket bucket;

        private Turn(Bucket bucket, boolean configures) {
            this.bucket = bucket;
            var locks = buckets.use(bucket);
            hold(configures ? locks.writeLock() : locks.readLock(), () -> buckets.leave(bucket));
        }

        private void hold(Lock lock, Runnable leave) {
            lock.lock();
            ends.push(() -> {
                lock.unlock();
                leave.run();
            });
        }

        /// Waits until nobody else writes these keys. To be called once.
        public Turn at(Collection<String> wanted) {
            // In one order, so that no two wait for each other.
            wanted.stream()
                    .distinct()
                    .sorted()
                    .map(name -> new Key(bucket, name))
                    .forEach(key -> hold(keys.use(key), () -> keys.leave(key)));
            return this;
        }

        @Override
        public void close() {
            ends.forEach(Runnable::run);
            ends.clear();
        }
    }

    /// Waits until nobody configures the bucket.
    public Turn in(Namespace namespace, String bucket) {
        return new Turn(new Bucket(namespace, bucket), false);
    }

    /// Waits until nobody writes to the bucket.
    public Turn configuring(Namespace namespace, String bucket) {
        return new Turn(new Bucket(namespace, bucket), true);
    }
}
