package io.dure.platform.database;

import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/// Two who change the same at the same time.
@TestComponent
public class TestingCollisions {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final DSLContext sql;
    private final TransactionTemplate transaction;

    TestingCollisions(Database database, DSLContext sql, TransactionTemplate transaction) {
        this.database = database;
        this.sql = sql;
        this.transaction = transaction;
    }

    /// @param first in the organisation, in a transaction that is committed once the second waits
    ///   for it
    /// @param second by itself
    /// @return what the second came to
    /// @throws AssertionError if the second did not wait
    public <T> T collide(TenantId tenant, Runnable first, Callable<T> second) throws Exception {
        return collide(tenant, first, second, () -> {});
    }

    /// As above, but the first goes on while the second waits.
    ///
    /// @param then what the first does last
    public <T> T collide(TenantId tenant, Runnable first, Callable<T> second, Runnable then)
            throws Exception {
        var other = new CompletableFuture<T>();
        TenantScope.call(
                tenant,
                () ->
                        transaction.execute(_ -> {
                            var holder =
                                    Objects.requireNonNull(
                                            sql.fetchValue("select pg_backend_pid()"));
                            first.run();
                            Thread.ofVirtual().start(() -> complete(other, second));
                            awaitWaiting(other, holder);
                            then.run();
                            return true;
                        }));
        return other.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static <T> void complete(CompletableFuture<T> future, Callable<T> code) {
        try {
            future.complete(code.call());
        } catch (Throwable e) {
            future.completeExceptionally(e);
        }
    }

    private void awaitWaiting(CompletableFuture<?> second, Object holder) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!somebodyWaitsFor(holder)) {
            if (second.isDone() || System.nanoTime() > end) {
                throw new AssertionError("the second did not wait");
            }
            second.copy().completeOnTimeout(null, 10, TimeUnit.MILLISECONDS).join();
        }
    }

    private boolean somebodyWaitsFor(Object holder) {
        try (var connection = database.owner();
                var statement =
                        connection.prepareStatement(
                                "select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))")) {
            statement.setObject(1, holder);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
