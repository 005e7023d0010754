package io.dure.platform.audit;

import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives every entry its number and hash, soon after it was written: one sealer at a time, so that
/// the transactions of the acts themselves never wait for each other.
@Component
class Sealer {
    /// Entries in one transaction.
    private static final int BATCH = 500;

    private final SealRepository repository;
    private final Heads heads;
    private final TransactionTemplate transaction;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean headsAreBehind = true;

    Sealer(SealRepository repository, Heads heads, TransactionTemplate transaction) {
        this.repository = repository;
        this.heads = heads;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${dure.audit.seal-every:PT2S}")
    void seal() {
        alone(() -> {
            if (headsAreBehind) {
                catchUp();
            }
            while (true) {
                var grown = sealBatch();
                if (grown.isEmpty()) {
                    return true;
                }
                // Committed first: a head ahead of the database would look like a cut trail.
                headsAreBehind = true;
                heads.append(grown);
                headsAreBehind = false;
            }
        });
    }

    /// Runs code while this node seals nothing, in the scope of all organisations.
    <T> T alone(ScopedValue.CallableOp<T, RuntimeException> code) {
        lock.lock();
        try {
            return SystemScope.call("audit trails", code);
        } finally {
            lock.unlock();
        }
    }

    /// Writes the heads that a crash between a commit and the file left unwritten.
    private void catchUp() {
        var written = heads.reach();
        var behind =
                inTransaction(() ->
                        repository.ends().entrySet().stream()
                                .filter(end ->
                                        end.getValue() > written.getOrDefault(end.getKey(), 0L))
                                .flatMap(end -> repository.head(end.getKey()).stream())
                                .toList());
        heads.append(behind);
        headsAreBehind = false;
    }

    /// @return the new end of every chain that grew
    private Collection<Head> sealBatch() {
        return inTransaction(
                () -> repository.lock() ? chain(repository.waiting(BATCH)) : List.of());
    }

    private Collection<Head> chain(List<SealRepository.Waiting> waiting) {
        var ends = new HashMap<TenantId, Head>();
        for (var next : waiting) {
            var end = ends.computeIfAbsent(next.tenant(), this::end);
            var number = end.number() + 1;
            var hash = Chain.hash(end.hash(), next.tenant(), number, next.entry());
            var seal = new Head(next.tenant(), number, hash);
            repository.insert(seal, next.entry().id());
            ends.put(next.tenant(), seal);
        }
        return Map.copyOf(ends).values();
    }

    private Head end(TenantId tenant) {
        return repository.head(tenant).orElseGet(() -> new Head(tenant, 0, Hash.START));
    }

    private <T> T inTransaction(ScopedValue.CallableOp<T, RuntimeException> code) {
        return Objects.requireNonNull(transaction.<T>execute(_ -> code.call()));
    }
}
