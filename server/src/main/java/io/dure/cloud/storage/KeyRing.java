package io.dure.cloud.storage;

import io.dure.cloud.storage.AccessKeyRepository.Sealed;
import io.dure.engines.objects.access.AccessKey;
import io.dure.engines.objects.access.Credentials;
import io.dure.engines.objects.access.HostedNamespace;
import io.dure.engines.objects.access.Right;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.platform.authority.Authorities;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/// The keys that signed requests name, and the organisations that hosts name, remembered for a few
/// seconds; a revoked key is forgotten at once. On several nodes, the others forget it within those
/// seconds.
@Component
class KeyRing implements Credentials {
    private static final Duration REMEMBERED_FOR = Duration.ofSeconds(5);

    /// More keys than are in use at a time; strangers' made-up ids must not fill the memory.
    private static final int MOST = 10_000;

    private final AccessKeyRepository repository;
    private final SecretSeal seal;
    private final Quotas quotas;
    private final People people;
    private final Authorities authorities;
    private final Organisations organisations;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final Map<String, Hosted> hosted = new ConcurrentHashMap<>();

    KeyRing(
            AccessKeyRepository repository,
            SecretSeal seal,
            Quotas quotas,
            People people,
            Authorities authorities,
            Organisations organisations,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.repository = repository;
        this.seal = seal;
        this.quotas = quotas;
        this.people = people;
        this.authorities = authorities;
        this.organisations = organisations;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Remembered(Optional<Found> found, Instant until) {}

    private record Hosted(Optional<TenantId> tenant, Instant until) {}

    /// @param rights those of the key that its owner still has
    private record Found(TenantId tenant, HeldKey key, Set<Right> rights, String secret) {}

    @Override
    public Optional<AccessKey> find(String accessKeyId) {
        var now = clock.instant();
        if (remembered.size() > MOST) {
            remembered.clear();
        }
        return remembered
                .compute(
                        accessKeyId,
                        (id, before) ->
                                before != null && before.until().isAfter(now)
                                        ? before
                                        : new Remembered(load(id), now.plus(REMEMBERED_FOR)))
                .found()
                .filter(found -> !found.key().hasEnded(now))
                .map(this::accessKey);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void forget(AccessKeysChanged event) {
        event.ids().forEach(remembered::remove);
    }

    private Optional<Found> load(String id) {
        return SystemScope.<Optional<Sealed>, RuntimeException>call(
                        "the key of an S3 request",
                        () ->
                                Objects.requireNonNull(
                                        transaction.execute(_ -> repository.anywhere(id))))
                .map(sealed ->
                        new Found(
                                sealed.tenant(),
                                sealed.key(),
                                rights(sealed.tenant(), sealed.key()),
                                seal.open(id, sealed.secret())))
                .filter(found -> !found.rights().isEmpty());
    }

    /// A person's key may do no more than the person may now; one of somebody who left, nothing.
    private Set<Right> rights(TenantId tenant, HeldKey key) {
        return key.owner()
                .map(owner -> TenantScope.call(tenant, () -> rights(owner, key)))
                .orElse(key.rights());
    }

    private Set<Right> rights(PersonId owner, HeldKey key) {
        if (people.find(owner).map(Person::state).orElse(Person.State.INACTIVE)
                == Person.State.INACTIVE) {
            return Set.of();
        }
        var authority = authorities.of(owner);
        return key.rights().stream()
                .filter(right -> authority.allows(StorageCapabilities.of(right)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private AccessKey accessKey(Found found) {
        return new AccessKey(
                found.key().id(),
                found.secret(),
                new Namespace(found.tenant().value()),
                found.key().owner().map(PersonId::toString).orElse(found.key().name()),
                found.rights(),
                found.key().buckets().map(Set::copyOf),
                !quotas.isOpen(found.tenant()));
    }

    @Override
    public Optional<HostedNamespace> named(String label) {
        var now = clock.instant();
        if (hosted.size() > MOST) {
            hosted.clear();
        }
        return hosted.compute(
                        label,
                        (_, before) ->
                                before != null && before.until().isAfter(now)
                                        ? before
                                        : new Hosted(tenantNamed(label), now.plus(REMEMBERED_FOR)))
                .tenant()
                .map(tenant ->
                        new HostedNamespace(new Namespace(tenant.value()), !quotas.isOpen(tenant)));
    }

    private Optional<TenantId> tenantNamed(String label) {
        return SystemScope.<Optional<TenantId>, RuntimeException>call(
                "the organisation of an unsigned S3 request",
                () -> organisations.byShortName(label).map(Organisation::id));
    }
}
