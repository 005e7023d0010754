package io.dure.cloud.metering;

import io.dure.cloud.console.ConsoleCapabilities;
import io.dure.cloud.metering.Warning.Step;
import io.dure.cloud.storage.Level;
import io.dure.cloud.storage.Levels;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.cloud.storage.StorageLetters;
import io.dure.platform.notices.Template;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells people before their storage is full, and when something was refused: whoever manages it,
/// and the operator where it is the whole organisation's.
@Service
class Warnings {
    private final Levels levels;
    private final Refusals refusals;
    private final WarningRepository repository;
    private final StorageLetters letters;
    private final Organisations organisations;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Warnings(
            Levels levels,
            Refusals refusals,
            WarningRepository repository,
            StorageLetters letters,
            Organisations organisations,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.levels = levels;
        this.refusals = refusals;
        this.repository = repository;
        this.letters = letters;
        this.organisations = organisations;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Something that is to be done about a mark.
    ///
    /// @param bytes of the level
    /// @param limit that the mark is of, in bytes
    private record Change(
            Step step, String bucket, Mark mark, Optional<Warning> told, long bytes, long limit) {}

    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    synchronized void run() {
        var known =
                SystemScope.<Map<TenantId, List<Warning>>, RuntimeException>call(
                        "warnings of every organisation",
                        () -> Objects.requireNonNull(transaction.execute(_ -> repository.all())));
        var refused = refusals.take();
        var now =
                SystemScope.<List<Level>, RuntimeException>call(
                        "levels of every organisation", levels::all);
        var theirs = now.stream().collect(Collectors.groupingBy(Level::tenant));
        Stream.of(theirs.keySet(), known.keySet(), refused.keySet())
                .flatMap(Set::stream)
                .distinct()
                .forEach(tenant ->
                        look(
                                tenant,
                                theirs.getOrDefault(tenant, List.of()),
                                known.getOrDefault(tenant, List.of()),
                                Optional.ofNullable(refused.get(tenant))));
    }

    private void look(
            TenantId tenant, List<Level> levels, List<Warning> told, Optional<String> refused) {
        var organisation =
                SystemScope.<Optional<Organisation>, RuntimeException>call(
                        "whom to warn", () -> organisations.byId(tenant));
        organisation
                .filter(found -> found.state().isOpen())
                .ifPresent(found -> act(found, changes(found, levels, told, refused)));
    }

    private List<Change> changes(
            Organisation organisation,
            List<Level> levels,
            List<Warning> told,
            Optional<String> refused) {
        var marks = levels.stream().flatMap(level -> marks(organisation, level, told)).toList();
        var known = marks.stream().flatMap(change -> change.told().stream()).toList();
        var changes = new ArrayList<>(marks);
        told.stream()
                .filter(each -> each.mark() != Mark.FULL && !known.contains(each))
                .map(gone ->
                        new Change(
                                Step.FORGET, gone.bucket(), gone.mark(), Optional.of(gone), 0, 0))
                .forEach(changes::add);
        refused.map(bucket -> refusal(bucket, told)).ifPresent(changes::add);
        changes.removeIf(change -> change.step() == Step.NOTHING);
        return changes;
    }

    private Change refusal(String bucket, List<Warning> told) {
        var before = told.stream().filter(each -> each.mark() == Mark.FULL).findFirst();
        var step = Warning.ofRefusal(before, clock.instant());
        return new Change(step, bucket, Mark.FULL, before, 0, 0);
    }

    private Stream<Change> marks(Organisation organisation, Level level, List<Warning> told) {
        var bucket = level.bucket().orElse("");
        var quota = level.quotaBytes().orElse(bucket.isEmpty() ? plan(organisation) : 0L);
        return Mark.of(level, quota).stream()
                .map(mark -> {
                    var before =
                            told.stream()
                                    .filter(each -> each.mark() == mark.mark())
                                    .filter(each -> each.bucket().equals(bucket))
                                    .findFirst();
                    return new Change(
                            Warning.step(before, level.bytes(), mark.bytes(), clock.instant()),
                            bucket,
                            mark.mark(),
                            before,
                            level.bytes(),
                            mark.mark() == Mark.SOFT ? mark.bytes() : quota);
                });
    }

    private static long plan(Organisation organisation) {
        return organisation.plan().storageBytes();
    }

    private void act(Organisation organisation, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var toTell =
                TenantScope.<List<Change>, RuntimeException>call(
                        organisation.id(),
                        () ->
                                Objects.requireNonNull(
                                        transaction.<List<Change>>execute(
                                                _ -> actInScope(organisation, changes))));
        toTell.stream()
                .filter(change -> change.bucket().isEmpty() && change.mark() != Mark.FULL)
                .forEach(change ->
                        TenantScope.run(
                                TenantId.OPERATOR,
                                () ->
                                        transaction.executeWithoutResult(
                                                _ -> tellOperator(organisation, change))));
    }

    /// Of several marks of one level that were crossed at once, the highest is told of.
    private List<Change> actInScope(Organisation organisation, List<Change> changes) {
        var crossed = changes.stream().filter(this::note).toList();
        var highest =
                crossed.stream()
                        .collect(
                                Collectors.toMap(
                                        change -> change.bucket() + (change.mark() == Mark.FULL),
                                        change -> change,
                                        (_, higher) -> higher))
                        .values();
        highest.forEach(change -> tell(organisation, change));
        return List.copyOf(highest);
    }

    /// @return whether people are to be told
    private boolean note(Change change) {
        // A refusal is told of once for all buckets.
        var bucket = change.mark() == Mark.FULL ? "" : change.bucket();
        return switch (change.step()) {
            case NOTHING -> false;
            case TELL ->
                    repository.tell(
                            bucket,
                            change.mark(),
                            change.told().map(Warning::toldAt),
                            clock.instant());
            case RISE -> {
                repository.rise(bucket, change.mark());
                yield false;
            }
            case FALL -> {
                repository.fall(bucket, change.mark());
                yield false;
            }
            case FORGET -> {
                repository.forget(bucket, change.mark());
                yield false;
            }
        };
    }

    private void tell(Organisation organisation, Change change) {
        letters.send(
                StorageCapabilities.MANAGE,
                template(change),
                "/o/" + organisation.shortName() + "/storage/usage",
                values(organisation, change));
    }

    private void tellOperator(Organisation organisation, Change change) {
        letters.send(
                ConsoleCapabilities.MANAGE,
                template(change),
                "/console/organisations/" + organisation.id(),
                values(organisation, change));
    }

    private static Template template(Change change) {
        if (change.mark() == Mark.FULL) {
            return Template.STORAGE_FULL;
        }
        return change.bucket().isEmpty() ? Template.QUOTA_NEAR : Template.BUCKET_NEAR;
    }

    private static Map<String, String> values(Organisation organisation, Change change) {
        var limit = ReadableBytes.of(change.limit());
        return Map.of(
                "organisation", organisation.name(),
                "bucket", change.bucket(),
                "used", ReadableBytes.of(change.bytes()),
                "quota", limit,
                "mark", change.mark() == Mark.SOFT ? limit : change.mark().percent() + " %");
    }
}
