package io.dure.cloud.console;

import static io.dure.cloud.console.ConsoleCapabilities.DECIDE_SUPPORT;
import static io.dure.cloud.console.ConsoleCapabilities.SUPPORT;

import io.dure.platform.identity.Secret;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.Input;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/// How one of the operator's staff gets to look into an organisation: they ask with a reason, an
/// owner consents for a time, and all of it stands in the organisation's trail.
@Service
public class Support {
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 24 * 60;

    private final SupportRepository repository;
    private final Tenants tenants;
    private final People people;
    private final ConsoleTrail trail;
    private final InstantSource clock;

    Support(
            SupportRepository repository,
            Tenants tenants,
            People people,
            ConsoleTrail trail,
            InstantSource clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param minutes 5 to 1440
    public SupportAccess ask(Caller caller, TenantId organisation, String reason, int minutes) {
        caller.require(SUPPORT);
        tenants.find(caller, organisation);
        var input = new Input();
        var why = input.text("reason", reason, 1, 500);
        input.expect(
                minutes >= SHORTEST_MINUTES && minutes <= LONGEST_MINUTES,
                "minutes",
                "out-of-range",
                "Support access lasts 5 to 1440 minutes.");
        input.check();
        var access =
                new SupportAccess(
                        UuidV7.next(clock),
                        caller.person(),
                        nameOf(caller),
                        why,
                        Duration.ofMinutes(minutes),
                        SupportAccess.State.ASKED,
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty());
        return act(
                caller,
                organisation,
                "support.asked",
                Map.of("reason", why, "minutes", String.valueOf(minutes)),
                () -> {
                    repository.insert(access);
                    return access;
                });
    }

    public List<SupportAccess> asked(Caller caller, TenantId organisation) {
        caller.require(SUPPORT);
        tenants.find(caller, organisation);
        return TenantScope.call(organisation, () -> trail.reading(this::list));
    }

    /// Begins to look, once granted.
    ///
    /// @return what [io.dure.platform.identity.Visitors] lets in, until the access ends
    public Secret open(Caller caller, TenantId organisation, UUID id) {
        caller.require(SUPPORT);
        tenants.find(caller, organisation);
        return act(
                caller,
                organisation,
                "support.opened",
                Map.of("access", id.toString()),
                () -> {
                    var access = repository.lock(id).orElseThrow(Support::unknown);
                    if (!access.operator().equals(caller.person())
                            || !access.isOpen(clock.instant())) {
                        throw unknown();
                    }
                    var secret = Secret.random();
                    repository.give(id, secret);
                    return secret;
                });
    }

    /// What operators asked of the caller's organisation, the latest first.
    public List<SupportAccess> list(Caller caller) {
        caller.require(DECIDE_SUPPORT);
        return trail.reading(this::list);
    }

    private List<SupportAccess> list() {
        var now = clock.instant();
        return repository.list().stream().map(access -> access.at(now)).toList();
    }

    /// @param minutes no longer than was asked for
    public SupportAccess grant(Caller caller, UUID id, int minutes) {
        return decide(
                caller,
                id,
                "support.granted",
                access -> access.granted(Duration.ofMinutes(minutes), clock.instant()));
    }

    public SupportAccess refuse(Caller caller, UUID id) {
        return decide(caller, id, "support.refused", access -> access.refused(clock.instant()));
    }

    /// Ends it before its time, at once.
    public SupportAccess end(Caller caller, UUID id) {
        return decide(caller, id, "support.ended", access -> access.ended(clock.instant()));
    }

    private SupportAccess decide(
            Caller caller, UUID id, String action, UnaryOperator<SupportAccess> decision) {
        caller.require(DECIDE_SUPPORT);
        return trail.own(
                caller,
                action,
                "support:" + id,
                () -> {
                    var decided =
                            decision.apply(
                                    repository
                                            .lock(id)
                                            .orElseThrow(Support::unknown)
                                            .at(clock.instant()));
                    repository.update(decided);
                    return decided;
                });
    }

    private <T> T act(
            Caller caller,
            TenantId organisation,
            String action,
            Map<String, String> detail,
            Supplier<T> act) {
        var result =
                TenantScope.<T, RuntimeException>call(
                        organisation,
                        () ->
                                trail.together(
                                        ConsoleTrail.operator(caller),
                                        organisation,
                                        action,
                                        detail,
                                        act));
        trail.operators(caller, action, organisation, detail);
        return result;
    }

    private String nameOf(Caller caller) {
        return TenantScope.call(TenantId.OPERATOR, () -> people.find(caller.person()))
                .map(Person::name)
                .orElse("Operator");
    }

    private static UnknownThingException unknown() {
        return new UnknownThingException("support access");
    }
}
