package io.dure.cloud.storage;

import io.dure.cloud.console.ConsoleCapabilities;
import io.dure.cloud.storage.DamageRepository.Standing;
import io.dure.engines.objects.bodies.Damage;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.metadata.Claim;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// What the scrub found to be rotten. The log names bodies, since keys of objects are people's
/// words; the organisation sees its objects by name, and the operator how many there are.
@Component
public class Damages implements Damage.Report {
    private static final Logger LOG = LoggerFactory.getLogger(Damages.class);

    private final DamageRepository repository;
    private final Organisations organisations;
    private final Scoped scoped;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Damages(
            DamageRepository repository,
            Organisations organisations,
            Scoped scoped,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.organisations = organisations;
        this.scoped = scoped;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// A version of an object that cannot be read any more, or not wholly.
    ///
    /// @param version empty in a bucket without versions
    /// @param latest whether it is the one that a download gets
    public record Damaged(
            UUID body,
            String bucket,
            String key,
            Optional<VersionId> version,
            boolean latest,
            long size,
            String reason,
            Instant foundAt) {
        public Position position() {
            return new Position(foundAt, body);
        }
    }

    /// Where a page of damages ends.
    public record Position(Instant at, UUID body) {}

    record OfOrganisation(TenantId tenant, long objects, Instant latestAt) {}

    /// How much of an organisation is damaged, for the operator.
    ///
    /// @param latestAt when the latest was found
    public record Count(Organisation organisation, long objects, Instant latestAt) {}

    /// A place in the store of which nobody can tell any more whose it is.
    ///
    /// @param seenAt when the scrub came by last
    public record Unreadable(UUID body, String reason, Instant foundAt, Instant seenAt) {
        public Position position() {
            return new Position(foundAt, body);
        }

        /// As docs/storage/volume-store.md reads it: the first twelve digits name a segment, all of
        /// them a file.
        public String place() {
            var hex = HexFormat.of();
            return hex.toHexDigits(body.getMostSignificantBits())
                    + hex.toHexDigits(body.getLeastSignificantBits());
        }
    }

    @Override
    public void found(Damage damage) {
        LOG.error(
                "storage.damaged body={} namespace={} reason={}",
                damage.body(),
                damage.claim().map(claim -> claim.namespace().id().toString()).orElse("?"),
                damage.reason());
        damage.claim()
                .ifPresentOrElse(
                        claim -> record(claim, damage.reason()), () -> recordUnreadable(damage));
    }

    private void record(Claim claim, String reason) {
        scoped.write(
                claim.namespace(),
                () -> {
                    repository.insert(claim, version(claim), reason, clock.instant());
                    return true;
                });
    }

    private void recordUnreadable(Damage damage) {
        scoped.write(
                new Namespace(TenantId.OPERATOR.value()),
                () -> {
                    repository.insertUnreadable(damage.body(), damage.reason(), clock.instant());
                    return true;
                });
    }

    private static Optional<UUID> version(Claim claim) {
        return claim.description() instanceof Description.OfObject object
                ? object.version().id()
                : Optional.empty();
    }

    /// Those of the organisation in scope that are still named, newest first.
    ///
    /// @param after leaves out those up to this one
    @Transactional(readOnly = true)
    public List<Damaged> page(Caller caller, Optional<Position> after, int limit) {
        caller.require(StorageCapabilities.READ);
        return repository.page(after, limit);
    }

    /// How many there are, for whoever may see no names, too.
    @Transactional(readOnly = true)
    public long count(Caller caller) {
        StorageCapabilities.requireSight(caller);
        return repository.count();
    }

    /// A page of organisations with damages.
    ///
    /// @param next where the next page goes on; empty on the last
    public record Counts(List<Count> counts, Optional<OrganisationPosition> next) {}

    /// Where a page of organisations ends.
    ///
    /// @param bodies how many damaged ones the last had
    public record OrganisationPosition(long bodies, TenantId tenant) {}

    /// Organisations with damages, those with the most first. A page may have fewer than asked for,
    /// though others follow: what is damaged of some is nobody's any more.
    ///
    /// @param after leaves out those up to this one
    public Counts byOrganisation(Caller caller, Optional<OrganisationPosition> after, int limit) {
        caller.require(ConsoleCapabilities.READ);
        return SystemScope.<Counts, RuntimeException>call(
                "the operator's list of damages",
                () ->
                        Objects.requireNonNull(
                                transaction.<Counts>execute(_ -> counts(after, limit))));
    }

    private Counts counts(Optional<OrganisationPosition> after, int limit) {
        var found =
                repository.standings(
                        after.map(place -> new Standing(place.tenant(), place.bodies())),
                        limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        var places = shown.stream().map(Standing::tenant).toList();
        var counts =
                repository.of(places).stream()
                        .sorted(Comparator.comparingInt(each -> places.indexOf(each.tenant())))
                        .flatMap(each -> named(each).stream())
                        .toList();
        return new Counts(
                counts,
                found.size() > limit
                        ? Optional.of(
                                new OrganisationPosition(
                                        shown.getLast().bodies(), shown.getLast().tenant()))
                        : Optional.empty());
    }

    /// What is damaged of one organisation, if anything is.
    ///
    /// @throws UnknownThingException if there is no such organisation
    public Optional<Count> of(Caller caller, TenantId tenant) {
        caller.require(ConsoleCapabilities.READ);
        return SystemScope.<Optional<Count>, RuntimeException>call(
                "the operator's look at an organisation's damages",
                () ->
                        Objects.requireNonNull(
                                transaction.<Optional<Count>>execute(_ -> count(tenant))));
    }

    private Optional<Count> count(TenantId tenant) {
        if (organisations.byId(tenant).isEmpty()) {
            throw new UnknownThingException("organisation");
        }
        return repository.of(List.of(tenant)).stream()
                .flatMap(each -> named(each).stream())
                .findFirst();
    }

    private Optional<Count> named(OfOrganisation each) {
        return organisations
                .byId(each.tenant())
                .map(organisation -> new Count(organisation, each.objects(), each.latestAt()));
    }

    /// Places of which nobody can tell whose they are, the latest first.
    ///
    /// @param after leaves out those up to this one
    @Transactional(readOnly = true)
    public List<Unreadable> unreadable(Caller caller, Optional<Position> after, int limit) {
        caller.require(ConsoleCapabilities.READ);
        return repository.unreadable(after, limit);
    }
}
