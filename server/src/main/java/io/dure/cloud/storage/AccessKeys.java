package io.dure.cloud.storage;

import static io.dure.cloud.storage.StorageCapabilities.MANAGE;

import io.dure.platform.audit.Audit;
import io.dure.platform.people.PersonDeactivated;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The access keys of the organisation in scope. People hold their own, within what they may do
/// themselves; whoever manages the storage holds the applications' and sees all.
@Service
public class AccessKeys {
    /// How long a rotated key works beside its successor, at most.
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /// Buckets that one key names.
    private static final int MOST_BUCKETS = 100;

    private final AccessKeyRepository repository;
    private final SecretSeal seal;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final InstantSource clock;

    AccessKeys(
            AccessKeyRepository repository,
            SecretSeal seal,
            ApplicationEventPublisher events,
            Audit audit,
            InstantSource clock) {
        this.repository = repository;
        this.seal = seal;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /// The caller's own keys, and for whoever manages the storage everybody's.
    @Transactional(readOnly = true)
    public List<HeldKey> list(Caller caller) {
        StorageCapabilities.requireSight(caller);
        return repository.all(clock.instant()).stream()
                .filter(key -> caller.may(MANAGE) || isOwn(caller, key))
                .toList();
    }

    /// Makes a key.
    ///
    /// @return the key with its secret, which nobody is shown again
    @Transactional
    public IssuedKey create(Caller caller, KeyRequest request) {
        var clean = clean(request);
        requireMayHold(caller, clean);
        var owner =
                clean.kind() == KeyRequest.Kind.PERSONAL
                        ? Optional.of(caller.person())
                        : Optional.<PersonId>empty();
        var issued = issue(clean.name(), owner, clean);
        record(caller, "storage.key-created", issued.key());
        return issued;
    }

    /// Makes a successor that may do the same, and lets the key end. Somebody else's personal key
    /// can be revoked only: its successor's secret would be theirs.
    ///
    /// @param overlap how long both work, at most 30 days; a key that is ending already ends no
    ///   later for it
    @Transactional
    public IssuedKey rotate(Caller caller, String id, Duration overlap) {
        var key = held(caller, id);
        var input = new Input();
        input.expect(
                !overlap.isNegative() && overlap.compareTo(LONGEST_OVERLAP) <= 0,
                "overlapSeconds",
                "out-of-range",
                "The overlap may be at most 30 days.");
        input.check();
        if (key.owner().isPresent() && !isOwn(caller, key)) {
            throw new UnknownThingException("access key");
        }
        var request =
                new KeyRequest(
                        key.owner().isPresent()
                                ? KeyRequest.Kind.PERSONAL
                                : KeyRequest.Kind.APPLICATION,
                        key.name(),
                        key.rights(),
                        key.buckets());
        requireMayHold(caller, request);
        var issued = issue(key.name(), key.owner(), request);
        repository.endBy(id, clock.instant().plus(overlap));
        events.publishEvent(new AccessKeysChanged(List.of(id)));
        record(caller, "storage.key-rotated", key);
        return issued;
    }

    /// Ends a key at once.
    @Transactional
    public void revoke(Caller caller, String id) {
        var key = held(caller, id);
        repository.delete(id);
        events.publishEvent(new AccessKeysChanged(List.of(id)));
        record(caller, "storage.key-revoked", key);
    }

    /// Ends the keys of a person who may not come in any more, in the transaction that says so.
    @EventListener
    void endKeysOf(PersonDeactivated event) {
        events.publishEvent(new AccessKeysChanged(repository.deleteOf(event.person())));
    }

    /// Ends every key of the organisation in scope, which is being removed.
    @Transactional
    public void endAll() {
        events.publishEvent(new AccessKeysChanged(repository.deleteAll()));
    }

    private IssuedKey issue(String name, Optional<PersonId> owner, KeyRequest request) {
        var secret = KeyText.secret();
        var key =
                new HeldKey(
                        KeyText.id(),
                        name,
                        owner,
                        request.rights(),
                        request.buckets(),
                        clock.instant(),
                        Optional.empty());
        repository.insert(key, seal.seal(key.id(), secret));
        return new IssuedKey(key, secret);
    }

    private static KeyRequest clean(KeyRequest request) {
        var input = new Input();
        var name = input.text("name", request.name(), 1, 100);
        input.expect(!request.rights().isEmpty(), "rights", "missing", "A key needs a right.");
        input.expect(
                request.buckets().map(List::size).orElse(1) >= 1
                        && request.buckets().map(List::size).orElse(1) <= MOST_BUCKETS,
                "buckets",
                "out-of-range",
                "A key names 1 to 100 buckets, or none for all.");
        input.check();
        return new KeyRequest(request.kind(), name, request.rights(), request.buckets());
    }

    /// Nobody hands out, to themselves or to an application, what they may not do.
    private static void requireMayHold(Caller caller, KeyRequest request) {
        if (request.kind() == KeyRequest.Kind.APPLICATION) {
            caller.require(MANAGE);
        }
        request.rights().forEach(right -> caller.require(StorageCapabilities.of(right)));
    }

    private HeldKey held(Caller caller, String id) {
        StorageCapabilities.requireSight(caller);
        return repository
                .find(id)
                .filter(key -> !key.hasEnded(clock.instant()))
                .filter(key -> caller.may(MANAGE) || isOwn(caller, key))
                .orElseThrow(() -> new UnknownThingException("access key"));
    }

    private static boolean isOwn(Caller caller, HeldKey key) {
        return key.owner().filter(caller.person()::equals).isPresent();
    }

    private void record(Caller caller, String action, HeldKey key) {
        audit.record(caller, action, "access-key:" + key.id(), Map.of("name", key.name()));
    }
}
