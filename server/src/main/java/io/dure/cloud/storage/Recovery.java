package io.dure.cloud.storage;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.platform.audit.Audit;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.SystemScope;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the rows of a database that was lost anew from the store, while the server serves; one at
/// a time. Whoever is interrupted begins again.
@Service
public class Recovery {
    private final Bodies bodies;
    private final FoundRepository repository;
    private final RecoveredOwners owners;
    private final Kinship kinship;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private volatile @Nullable RecoveryRun newest;

    Recovery(
            Bodies bodies,
            FoundRepository repository,
            RecoveredOwners owners,
            Kinship kinship,
            TransactionTemplate transaction,
            Audit audit) {
        this.bodies = bodies;
        this.repository = repository;
        this.owners = owners;
        this.kinship = kinship;
        this.transaction = transaction;
        this.audit = audit;
    }

    /// Begins and returns at once. Where the rows were made before, and the store could not be
    /// marked as this database's, that alone is done.
    ///
    /// @throws ConflictException if there are buckets, or one runs already
    public synchronized RecoveryProgress begin(Caller caller) {
        caller.require(StorageCapabilities.REBUILD);
        if (newest().filter(RecoveryRun::isRunning).isPresent()) {
            throw new ConflictException("rebuild-refused", "The rows are being made anew already.");
        }
        var made = read(repository::unadopted);
        if (made.isEmpty() && read(repository::hasBuckets)) {
            throw new ConflictException("rebuild-refused", RecoveryRun.NOT_EMPTY);
        }
        audit.record(caller, "storage.rebuild-begun", "storage", Map.of());
        var run = new RecoveryRun(bodies, repository, owners, kinship, transaction, made);
        newest = run;
        Thread.ofVirtual().name("rebuild").start(run::run);
        return run.progress();
    }

    private <T> T read(Supplier<T> question) {
        return SystemScope.<T, RuntimeException>call(
                "whether there are buckets",
                () -> Objects.requireNonNull(transaction.<T>execute(_ -> question.get())));
    }

    /// @return how far the newest is, if there was one since the server started
    public Optional<RecoveryProgress> progress(Caller caller) {
        caller.require(StorageCapabilities.REBUILD);
        return newest().map(RecoveryRun::progress);
    }

    private Optional<RecoveryRun> newest() {
        return Optional.ofNullable(newest);
    }
}
