package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dure.ServerTest;
import io.dure.engines.objects.error.Overload;
import io.dure.engines.objects.error.UnaskedException;
import io.dure.engines.objects.metadata.Attributes;
import io.dure.engines.objects.metadata.Bucket;
import io.dure.engines.objects.metadata.Listing;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.NotDurableException;
import io.dure.engines.objects.metadata.Precondition;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Unforced;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.CannotCreateTransactionException;

@ServerTest
@Import(TestingStorage.class)
class CommitQueueTests {
    @Autowired Quotas quotas;
    @Autowired Metadata metadata;
    @Autowired TestingStorage storage;
    @Autowired DataSource connections;

    /// Put again it would replace itself, and the body that it names would be deleted.
    @Test
    void aBatchWhoseCommitNobodyHeardOfIsNotPutAgain() throws Exception {
        var namespace = new Namespace(storage.renter(1_000).tenant().value());
        metadata.createBucket(namespace, new Bucket("bucket", Instant.EPOCH));
        var lost = new LostAnswer(connections);
        var queue = new CommitQueue(new HotObjects(lost), quotas);

        var first = start(queue, namespace, "first");
        lost.begun.await();
        var second = start(queue, namespace, "second");
        var third = start(queue, namespace, "third");
        lost.goOn.countDown();

        assertThat(first.get().unreferenced()).isEmpty();
        assertThatThrownBy(second::get)
                .hasCauseInstanceOf(DataAccessResourceFailureException.class);
        assertThatThrownBy(third::get).hasCauseInstanceOf(DataAccessResourceFailureException.class);
        assertThat(lost.commits).hasValue(2);
        assertThat(metadata.object(namespace, "bucket", "second")).isPresent();
    }

    /// Whoever wrote a body for it may give its space back.
    @Test
    void withoutAConnectionNothingWasAsked() {
        var namespace = new Namespace(storage.renter(1_000).tenant().value());
        var none = new NoConnection(connections);
        var queue = new CommitQueue(new HotObjects(none), quotas);
        var scoped = new Scoped(new DataSourceTransactionManager(none));

        assertUnasked(() -> queue.put(namespace, put("k"), Unforced.NOTHING));
        assertUnasked(() -> scoped.write(namespace, () -> true));
    }

    /// Another may have been committed before.
    @Test
    void whoLacksAConnectionInTheMiddleMayHaveAsked() {
        var namespace = new Namespace(storage.renter(1_000).tenant().value());
        var scoped = new Scoped(new DataSourceTransactionManager(connections));

        assertThatThrownBy(() ->
                        scoped.write(
                                namespace,
                                () -> {
                                    throw new CannotCreateTransactionException("none is free");
                                }))
                .isInstanceOf(CannotCreateTransactionException.class);
    }

    private static void assertUnasked(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(UnaskedException.class)
                .satisfies(e -> assertThat(Overload.isMeantBy(e)).isTrue());
    }

    /// All are taken for longer than anybody waits.
    private static final class NoConnection extends DelegatingDataSource {
        private NoConnection(DataSource connections) {
            super(connections);
        }

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLTransientConnectionException("request timed out after 30000ms");
        }
    }

    @Test
    void whatTheDiskDidNotTakeIsNotPut() {
        var namespace = new Namespace(storage.renter(1_000).tenant().value());
        metadata.createBucket(namespace, new Bucket("bucket", Instant.EPOCH));
        var queue = new CommitQueue(new HotObjects(connections), quotas);

        assertThatThrownBy(() ->
                        queue.put(
                                namespace,
                                put("lost"),
                                () -> {
                                    throw new IOException("the disk is broken");
                                }))
                .isInstanceOf(NotDurableException.class)
                .hasRootCauseMessage("the disk is broken");
        queue.put(namespace, put("kept"), Unforced.NOTHING);

        assertThat(metadata.object(namespace, "bucket", "lost")).isEmpty();
        assertThat(metadata.object(namespace, "bucket", "kept")).isPresent();
    }

    @Test
    void nothingIsCommittedBeforeItsBytesAreDurable() throws Exception {
        var namespace = new Namespace(storage.renter(1_000).tenant().value());
        metadata.createBucket(namespace, new Bucket("bucket", Instant.EPOCH));
        var queue = new CommitQueue(new HotObjects(connections), quotas);
        var durable = new CountDownLatch(1);
        var forcing = new CountDownLatch(1);
        var put =
                new FutureTask<>(() ->
                        queue.put(
                                namespace,
                                put("object"),
                                () -> {
                                    forcing.countDown();
                                    uninterruptibly(durable);
                                }));

        Thread.ofVirtual().start(put);
        forcing.await();
        assertThatThrownBy(() -> put.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(metadata.object(namespace, "bucket", "object")).isEmpty();
        durable.countDown();
        put.get();

        assertThat(metadata.object(namespace, "bucket", "object")).isPresent();
    }

    @Test
    void eachOfABatchHasItsOwnAnswer() {
        var namespace = new Namespace(storage.renter(1_000).tenant().value());
        metadata.createBucket(namespace, new Bucket("bucket", Instant.EPOCH));
        metadata.createBucket(namespace, new Bucket("other", Instant.EPOCH));
        metadata.setVersioning(namespace, "other", Versioning.ENABLED);
        var puts =
                List.of(
                        put("bucket", "one"),
                        put("other", "one"),
                        put("missing", "one"),
                        put("bucket", "two"),
                        put("other", "one"));
        var again = List.of(put("bucket", "two"), put("bucket", "three"), put("bucket", "one"));

        var first = commit(namespace, puts);
        var second = commit(namespace, again);

        assertThat(first.stream().map(ObjectRows.Put::outcome))
                .containsExactly("DONE", "DONE", "NO_SUCH_BUCKET", "DONE", "DONE");
        assertThat(first.get(4).written().version())
                .isEqualTo(puts.get(4).object().version())
                .isNotEqualTo(first.get(1).written().version());
        assertThat(second.stream().map(answer -> answer.written().unreferenced()))
                .containsExactly(
                        puts.get(3).object().bodies(), List.of(), puts.get(0).object().bodies());
        assertThat(metadata.list(namespace, "bucket", new Listing("", "", "", 9)).items())
                .hasSize(3);
    }

    private List<ObjectRows.Put> commit(Namespace namespace, List<PendingPut> puts) {
        return new HotObjects(connections)
                .commit(namespace, quotas.bytes(namespace), puts, Unforced.NOTHING);
    }

    private static PendingPut put(String bucket, String key) {
        return new PendingPut(
                bucket, object(key).withVersion(VersionId.random()), new Precondition.None());
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PendingPut put(String key) {
        return new PendingPut("bucket", object(key), new Precondition.None());
    }

    private static FutureTask<Written> start(CommitQueue queue, Namespace namespace, String key)
            throws InterruptedException {
        var put = new FutureTask<>(() -> queue.put(namespace, put(key), Unforced.NOTHING));
        var thread = new Thread(put, key);
        thread.start();
        // In its transaction, or in line for the lane.
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return put;
    }

    private static StoredObject object(String key) {
        return new StoredObject(
                key,
                10,
                "etag",
                Instant.EPOCH,
                new Attributes(Map.of(), Map.of()),
                Optional.empty(),
                List.of(new StoredBody(UUID.randomUUID(), 10)));
    }

    /// Commits, but of the second commit the line breaks before the answer is there. The first
    /// waits, so that others come together in the second.
    private static final class LostAnswer extends DelegatingDataSource {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final AtomicInteger commits = new AtomicInteger();

        private LostAnswer(DataSource connections) {
            super(connections);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return (Connection) around(Connection.class, super.getConnection());
        }

        private Object around(Class<?> type, Object real) {
            return Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (_, method, arguments) -> call(real, method, arguments));
        }

        private @Nullable Object call(Object real, Method method, @Nullable Object[] arguments)
                throws Throwable {
            try {
                if (method.getName().equals("executeQuery")) {
                    begun.countDown();
                    goOn.await();
                }
                var result = method.invoke(real, arguments);
                if (method.getName().equals("commit") && commits.incrementAndGet() == 2) {
                    throw new SQLException("the line broke", "08006");
                }
                return method.getName().equals("prepareStatement")
                        ? around(PreparedStatement.class, result)
                        : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
