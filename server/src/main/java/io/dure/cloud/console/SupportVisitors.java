package io.dure.cloud.console;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.Secret;
import io.dure.platform.identity.Visitors;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets operators in to whom an owner consented. They see what an administrator sees and change
/// nothing, and they see no content: of an administrator's capabilities they hold those that read
/// how the organisation is administered.
@Component
class SupportVisitors implements Visitors {
    /// Named one by one, so that a new product's content does not come in by the name of its
    /// capability.
    private static final Set<String> READING = Set.of("people.read", "audit.read");

    private final SupportRepository repository;
    private final Authorities authorities;
    private final InstantSource clock;

    SupportVisitors(SupportRepository repository, Authorities authorities, InstantSource clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Visitor> of(Secret secret) {
        return repository
                .bySecret(secret)
                .filter(access -> access.isOpen(clock.instant()))
                .map(access -> new Visitor(access.operator(), administratorsReading()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Presence> present() {
        return repository.openedUntilAfter(clock.instant()).stream()
                .flatMap(access ->
                        access.endsAt().stream()
                                .map(until -> new Presence(access.operatorName(), until)))
                .toList();
    }

    private Authority administratorsReading() {
        return authorities.of(Set.of(BuiltInRole.ADMINISTRATOR)).narrowedTo(READING);
    }
}
