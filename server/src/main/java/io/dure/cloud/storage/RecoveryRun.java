package io.dure.cloud.storage;

import io.dure.cloud.storage.RecoveryProgress.Result;
import io.dure.cloud.storage.RecoveryProgress.State;
import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.Survey;
import io.dure.engines.objects.bodies.Survey.Found;
import io.dure.engines.objects.bodies.Survey.Reason;
import io.dure.platform.tenancy.SystemScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the rows anew, once: first it reads the whole store into a table of its own, some bodies
/// at a time; then it makes all other rows of that in one transaction. Killed before that is
/// committed, it leaves nothing but organisations; killed after, the rows are there, and whoever
/// begins again only marks the store as theirs. Nothing is removed from the store meanwhile, and
/// the sweep may go on only once that is done.
final class RecoveryRun {
    static final String NOT_EMPTY =
            "There are buckets in this database. Rows are made anew in an empty one only.";

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryRun.class);

    private final Bodies bodies;
    private final FoundRepository repository;
    private final RecoveredOwners owners;
    private final Kinship kinship;
    private final TransactionTemplate transaction;
    private final Optional<Result> made;
    private volatile RecoveryProgress progress = RecoveryProgress.BEGUN;

    /// @param made what making the rows came to, if that was done before
    RecoveryRun(
            Bodies bodies,
            FoundRepository repository,
            RecoveredOwners owners,
            Kinship kinship,
            TransactionTemplate transaction,
            Optional<Result> made) {
        this.bodies = bodies;
        this.repository = repository;
        this.owners = owners;
        this.kinship = kinship;
        this.transaction = transaction;
        this.made = made;
    }

    RecoveryProgress progress() {
        return progress;
    }

    boolean isRunning() {
        return switch (progress.state()) {
            case READING, WRITING -> true;
            case DONE, FAILED -> false;
        };
    }

    void run() {
        try (var _ = bodies.hold()) {
            var report = kinship.report();
            var result = made.isPresent() ? made.get() : rebuild(report);
            kinship.adopt();
            write(repository::clear);
            progress = progress.done(result, report.toString());
            LOG.info("storage.rebuilt {}", result);
        } catch (IOException | RuntimeException e) {
            LOG.error("storage.rebuild-failed", e);
            progress = progress.failed(String.valueOf(e.getMessage()));
        }
    }

    private Result rebuild(Path path) throws IOException {
        try (var report = new RecoveryReport(path)) {
            write(repository::clear);
            new Survey(bodies, new Reading(report)).run();
            progress = progress.in(State.WRITING);
            write(repository::analyze);
            return makeRows(report);
        }
    }

    private Result makeRows(RecoveryReport report) throws IOException {
        var registered = read(repository::owners).stream().filter(owners::register).count();
        var result = read(() -> makeRows(registered, report));
        return result.orElseThrow(() -> new IOException(NOT_EMPTY));
    }

    /// @return empty if there are buckets
    private Optional<Result> makeRows(long registered, RecoveryReport report) {
        var rebuilt = repository.rebuild();
        if (rebuilt.isEmpty()) {
            return Optional.empty();
        }
        var incomplete = repository.incomplete();
        incomplete.forEach(name -> report.line("parts missing: " + name));
        var rows = rebuilt.get();
        var result =
                new Result(
                        registered,
                        rows.buckets(),
                        rows.unnotedBuckets(),
                        rows.objects(),
                        rows.versions(),
                        rows.markers(),
                        rows.bytes(),
                        incomplete.size(),
                        repository.looseParts());
        repository.insertUnadopted(result);
        return Optional.of(result);
    }

    private final class Reading implements Survey.Listener {
        private final RecoveryReport report;

        private Reading(RecoveryReport report) {
            this.report = report;
        }

        @Override
        public void found(List<Found> some) {
            var storable = some.stream().filter(FoundJson::isStorable).toList();
            write(() -> repository.insert(storable));
            progress = progress.withFound(storable.size());
            some.stream()
                    .filter(one -> !FoundJson.isStorable(one))
                    .forEach(one -> untold(one.claim().body().toString(), Reason.DAMAGED));
        }

        @Override
        public void untold(String place, Reason reason) {
            progress =
                    switch (reason) {
                        case SILENT -> progress.withUntold(1, 0, 0);
                        case SEALED -> progress.withUntold(0, 1, 0);
                        case DAMAGED -> progress.withUntold(0, 0, 1);
                    };
            report.line(
                    switch (reason) {
                                case SILENT -> "describes nothing: ";
                                case SEALED -> "its key is gone: ";
                                case DAMAGED -> "damaged: ";
                            }
                            + place);
        }
    }

    private void write(Runnable code) {
        read(() -> {
            code.run();
            return true;
        });
    }

    private <T> T read(Supplier<T> code) {
        return SystemScope.<T, RuntimeException>call(
                "rows that are made anew from the store",
                () -> Objects.requireNonNull(transaction.<T>execute(_ -> code.get())));
    }
}
