package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.notices.Template;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells whoever manages the storage that objects were found damaged: one mail a day at most, of
/// all of them together. Forgets what nobody needs to know any more.
@Component
class DamageNotices {
    private static final Duration QUIET = Duration.ofDays(1);

    /// What was found just now may be named by a row in a moment.
    private static final Duration YOUNG = Duration.ofDays(1);

    /// Longer than a round of the scrub takes, which is 30 days.
    private static final Duration ROUND = Duration.ofDays(40);

    private final DamageRepository repository;
    private final StorageLetters letters;
    private final Organisations organisations;
    private final Scoped scoped;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    DamageNotices(
            DamageRepository repository,
            StorageLetters letters,
            Organisations organisations,
            Scoped scoped,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.letters = letters;
        this.organisations = organisations;
        this.scoped = scoped;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void tell() {
        SystemScope.<List<TenantId>, RuntimeException>call(
                        "damages of which nobody was told", this::untold)
                .forEach(tenant -> open(tenant).ifPresent(this::tell));
    }

    private List<TenantId> untold() {
        var unlessAfter = clock.instant().minus(QUIET);
        return Objects.requireNonNull(
                transaction.<List<TenantId>>execute(_ -> repository.untold(unlessAfter)));
    }

    private Optional<Organisation> open(TenantId tenant) {
        return SystemScope.<Optional<Organisation>, RuntimeException>call(
                        "whom to tell of damages", () -> organisations.byId(tenant))
                .filter(organisation -> organisation.state().isOpen());
    }

    private void tell(Organisation organisation) {
        var now = clock.instant();
        scoped.write(
                new Namespace(organisation.id().value()),
                () -> {
                    tell(organisation, now);
                    return true;
                });
    }

    /// Nobody was told where no mail can go: they are once it can.
    private void tell(Organisation organisation, Instant now) {
        if (!letters.reach(StorageCapabilities.MANAGE)) {
            return;
        }
        var objects = repository.count();
        if (objects > 0 && repository.tell(now.minus(QUIET), now)) {
            letters.send(
                    StorageCapabilities.MANAGE,
                    Template.DAMAGED,
                    "/o/" + organisation.shortName() + "/storage/damages",
                    Map.of(
                            "organisation",
                            organisation.name(),
                            "objects",
                            String.valueOf(objects)));
        }
    }

    @Scheduled(initialDelay = 20, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        var now = clock.instant();
        SystemScope.run(
                "damages that nobody needs to know of any more",
                () ->
                        transaction.executeWithoutResult(_ -> {
                            repository.forget(now.minus(YOUNG));
                            repository.forgetUnreadable(now.minus(ROUND));
                        }));
    }
}
