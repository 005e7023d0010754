package io.dure.platform.database;

import io.dure.platform.tenancy.Scope;
import io.dure.platform.tenancy.TenantId;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.CannotCreateTransactionException;

/// Leaves connections for others: whoever of an organisation waits for a lock of their own does so
/// with a connection in hand, and many of them would have all of the server wait along.
final class Shares {
    /// What of all connections an organisation may have at once.
    private static final double PART = 0.75;

    private final Map<TenantId, Semaphore> free = new ConcurrentHashMap<>();
    private final int share;
    private final Duration patience;

    /// @param connections how many there are
    /// @param patience how long a transaction waits for its organisation's others
    Shares(int connections, Duration patience) {
        this.share = Math.max(1, (int) (connections * PART));
        this.patience = patience;
    }

    /// What is held until it is given back.
    interface Share {
        /// Of those who see every organisation's rows, or none's: they are ours, and few.
        Share UNLIMITED = () -> {};

        void giveBack();
    }

    /// Takes a share of the running code's organisation.
    ///
    /// @throws CannotCreateTransactionException if all are taken for too long, with the cause that
    ///   a pool without connections has
    Share take() {
        return switch (Scope.current()) {
            case Scope.Tenant(var tenant) ->
                    take(free.computeIfAbsent(tenant, _ -> new Semaphore(share)));
            case Scope.Everyone _, Scope.Nobody _ -> Share.UNLIMITED;
        };
    }

    private Share take(Semaphore free) {
        try {
            if (free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return free::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var taken = "all " + share + " connections of the organisation are taken";
        throw new CannotCreateTransactionException(
                taken, new SQLTransientConnectionException(taken));
    }
}
