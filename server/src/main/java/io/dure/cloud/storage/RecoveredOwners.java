package io.dure.cloud.storage;

import io.dure.cloud.storage.FoundRepository.Owner;
import io.dure.cloud.storage.NamespaceText.Noted;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.Standing;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Registers the organisations whose bodies were found and whom nobody knows, without people: the
/// operator invites an owner.
@Component
class RecoveredOwners {
    /// As the operator's console offers by default.
    private static final Plan PLAN =
            new Plan(100, 100L << 30, Set.of(StorageCapabilities.PRODUCT), true);

    private final Organisations organisations;
    private final InstantSource clock;

    RecoveredOwners(Organisations organisations, InstantSource clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    /// @return whether it was registered; otherwise it is known
    boolean register(Owner owner) {
        return TenantScope.<Boolean, RuntimeException>call(
                owner.tenant(), () -> organisations.byId(owner.tenant()).isEmpty() && enter(owner));
    }

    private boolean enter(Owner owner) {
        var now = clock.instant();
        var noted =
                owner.text()
                        .flatMap(text -> NamespaceText.read(text, now))
                        .orElseGet(() -> unnamed(owner, now));
        try {
            organisations.register(noted.registration(), noted.standing());
        } catch (ConflictException e) {
            // Somebody else has its short name by now.
            organisations.register(renamed(noted.registration(), owner), noted.standing());
        }
        return true;
    }

    private static Registration renamed(Registration noted, Owner owner) {
        return new Registration(
                shortName(owner.tenant()),
                noted.profile(),
                noted.plan(),
                noted.state(),
                noted.demo());
    }

    private static Noted unnamed(Owner owner, Instant now) {
        var registration =
                new Registration(
                        shortName(owner.tenant()),
                        new Profile(
                                "Recovered " + owner.tenant().value(),
                                "en",
                                ZoneOffset.UTC,
                                List.of()),
                        PLAN,
                        Organisation.State.ACTIVE,
                        false);
        return new Noted(registration, Standing.open(registration.state(), now));
    }

    /// The random end of the id, for ids of one time begin alike.
    private static String shortName(TenantId tenant) {
        var id = tenant.value().toString();
        return "recovered-" + id.substring(id.lastIndexOf('-') + 1);
    }
}
