package io.dure.platform.tenancy;

import io.dure.platform.problem.ConflictException;
import io.dure.platform.problem.StaleVersionException;
import io.dure.platform.problem.UnknownThingException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The organisations of this cloud. Finding and counting needs a [SystemScope]; registering and
/// changing happens in the organisation's own [TenantScope]. Who may is decided by the callers: the
/// operator's console, and an organisation's own settings.
@Service
public class Organisations {
    private final OrganisationRepository repository;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Organisations(
            OrganisationRepository repository,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
    }

    /// The organisation of an address such as `/o/SHORTNAME/…`. Call it in a [SystemScope].
    @Transactional(readOnly = true)
    public Optional<Organisation> byShortName(String shortName) {
        return repository.byShortName(shortName);
    }

    @Transactional(readOnly = true)
    public Optional<Organisation> byId(TenantId id) {
        return repository.byId(id);
    }

    /// The organisation in scope.
    @Transactional(readOnly = true)
    public Organisation current() {
        return repository.byId(TenantScope.current()).orElseThrow(Organisations::unknown);
    }

    @Transactional(readOnly = true)
    public List<Organisation> page(OrganisationSearch search) {
        return repository.page(search);
    }

    @Transactional(readOnly = true)
    public Map<Organisation.State, Integer> countByState() {
        return repository.countByState();
    }

    /// Those whose closing began at or before this time.
    @Transactional(readOnly = true)
    public List<TenantId> closingSince(Instant latest) {
        return repository.closingSince(latest);
    }

    /// Enters a new organisation, whose scope is open already.
    ///
    /// @throws ConflictException if its short name or a mail domain is taken
    @Transactional
    public Organisation register(Registration registration) {
        return register(registration, Standing.open(registration.state(), clock.instant()));
    }

    /// Enters an organisation again of which it is known where it stood in its life.
    ///
    /// @throws ConflictException if its short name or a mail domain is taken
    @Transactional
    public Organisation register(Registration registration, Standing standing) {
        var organisation =
                new Organisation(
                        TenantScope.current(),
                        registration.shortName(),
                        registration.profile(),
                        standing,
                        registration.plan(),
                        Settings.DEFAULT,
                        registration.demo(),
                        clock.instant(),
                        1);
        if (!repository.insert(organisation)) {
            throw new ConflictException(
                    "short-name-taken",
                    "The short name " + registration.shortName() + " is taken.");
        }
        claimMailDomains(registration.profile().mailDomains());
        return organisation;
    }

    /// Changes the organisation in scope.
    ///
    /// @param version which the caller saw
    /// @throws StaleVersionException if it was changed since
    @Transactional
    public Organisation change(long version, UnaryOperator<Organisation> change) {
        var before = lock();
        if (before.version() != version) {
            throw new StaleVersionException("organisation");
        }
        return save(before, change.apply(before));
    }

    /// Changes the organisation in scope, whatever its version.
    @Transactional
    public Organisation change(UnaryOperator<Organisation> change) {
        var before = lock();
        return save(before, change.apply(before));
    }

    private Organisation lock() {
        return repository.lock(TenantScope.current()).orElseThrow(Organisations::unknown);
    }

    private Organisation save(Organisation before, Organisation changed) {
        var after = changed.atVersion(before.version() + 1);
        repository.update(after);
        if (!after.profile().mailDomains().equals(before.profile().mailDomains())) {
            claimMailDomains(after.profile().mailDomains());
        }
        if (after.state() != before.state()) {
            events.publishEvent(new OrganisationStateChanged(after.id(), after.state()));
        }
        return after;
    }

    private void claimMailDomains(Collection<String> domains) {
        var taken = repository.replaceMailDomains(domains);
        if (!taken.isEmpty()) {
            throw new ConflictException(
                    "mail-domain-taken",
                    "Another organisation has the mail domain " + taken.getFirst() + ".");
        }
    }

    private static UnknownThingException unknown() {
        return new UnknownThingException("organisation");
    }
}
