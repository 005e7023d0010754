package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.OrganisationStateChanged;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What each organisation rented of the storage, known for a few seconds: a change of plan counts
/// that much later, and the sums it is compared with are exact always.
@Component
class Quotas {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private final Organisations organisations;
    private final InstantSource clock;
    private final Map<TenantId, Known> known = new ConcurrentHashMap<>();

    Quotas(Organisations organisations, InstantSource clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    private record Known(Optional<Organisation> organisation, Instant until) {}

    /// Most bytes that the organisation may hold.
    long bytes(Namespace namespace) {
        return bytes(new TenantId(namespace.id()));
    }

    long bytes(TenantId tenant) {
        return organisation(tenant)
                .map(organisation -> organisation.plan().storageBytes())
                .orElse(0L);
    }

    /// Whether the organisation's bodies are encrypted, also when nobody asks. Nobody's are.
    boolean encrypts(Namespace namespace) {
        return organisation(new TenantId(namespace.id()))
                .map(organisation -> organisation.plan().encrypted())
                .orElse(true);
    }

    /// Whether the organisation's requests are served.
    boolean isOpen(TenantId tenant) {
        return organisation(tenant)
                .map(organisation ->
                        organisation.state().isOpen()
                                && organisation.uses(StorageCapabilities.PRODUCT))
                .orElse(false);
    }

    private Optional<Organisation> organisation(TenantId tenant) {
        var now = clock.instant();
        return known.compute(
                        tenant,
                        (_, before) ->
                                before != null && before.until().isAfter(now)
                                        ? before
                                        : new Known(load(tenant), now.plus(KNOWN_FOR)))
                .organisation();
    }

    private Optional<Organisation> load(TenantId tenant) {
        return Asking.connect(() ->
                TenantScope.<Optional<Organisation>, RuntimeException>call(
                        tenant, () -> organisations.byId(tenant)));
    }

    @EventListener
    void forget(OrganisationStateChanged event) {
        known.remove(event.tenant());
    }
}
