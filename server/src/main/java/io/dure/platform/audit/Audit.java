package io.dure.platform.audit;

import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capabilities;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The trail of who did what. An entry is written in the transaction of the act: both are kept, or
/// neither.
@Service
public class Audit {
    /// Reading the organisation's trail.
    public static final Capability READ =
            new Capability(
                    "audit.read",
                    Set.of(Capability.BuiltInRole.OWNER, Capability.BuiltInRole.ADMINISTRATOR),
                    Capability.Reach.ORGANISATION);

    private final EntryRepository repository;
    private final InstantSource clock;

    Audit(EntryRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /// Keeps that the caller did something in their own organisation.
    ///
    /// @param action stable, `module.act`, at most 80 characters
    /// @param subject `kind:id` of what it was done to, or empty
    /// @param detail what else is worth knowing; never a secret
    @Transactional
    public void record(Caller caller, String action, String subject, Map<String, String> detail) {
        record(caller.tenant(), Actor.of(caller, caller.tenant()), action, subject, detail);
    }

    /// Keeps what somebody did in the trail of the given organisation: acts without a caller, and
    /// what an operator did to an organisation. The scope must show that organisation.
    @Transactional
    public void record(
            TenantId trail,
            Actor actor,
            String action,
            String subject,
            Map<String, String> detail) {
        repository.insert(
                trail,
                new Entry(
                        UuidV7.next(clock),
                        clock.instant(),
                        actor,
                        action,
                        subject,
                        new TreeMap<>(detail)));
    }

    /// Keeps what an operator did to an organisation, in that organisation's own trail.
    @Transactional
    public void recordFor(
            TenantId trail,
            Caller operator,
            String action,
            String subject,
            Map<String, String> detail) {
        record(trail, Actor.of(operator, trail), action, subject, detail);
    }

    /// The trail of the organisation in scope, the latest first.
    ///
    /// @param page where to go on, and how many entries
    @Transactional(readOnly = true)
    public List<Entry> list(Caller caller, EntryFilter filter, Page page) {
        caller.require(READ);
        return repository.find(filter, page);
    }

    @Configuration(proxyBeanMethods = false)
    static class Declared {
        @Bean
        Capabilities auditCapabilities() {
            return new Capabilities(READ);
        }
    }
}
