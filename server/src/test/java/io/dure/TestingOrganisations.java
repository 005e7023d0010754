package io.dure;

import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Plan;
import io.dure.platform.tenancy.Profile;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Makes organisations for tests to have to themselves.
@Component
public class TestingOrganisations {
    private final Organisations organisations;

    TestingOrganisations(Organisations organisations) {
        this.organisations = organisations;
    }

    /// Signs an organisation up, in Seoul and in Korean.
    ///
    /// @param people the plan's limit
    public TenantId open(int people) {
        var id = new TenantId(UUID.randomUUID());
        var registration =
                new Registration(
                        "t" + id.value().toString().substring(24),
                        new Profile("두레정밀", "ko", ZoneId.of("Asia/Seoul"), List.of()),
                        new Plan(people, 0, Set.of(), true),
                        Organisation.State.ACTIVE,
                        false);
        TenantScope.call(id, () -> organisations.register(registration));
        return id;
    }

    /// Somebody who may do just this, and has just proved who they are.
    public static Caller caller(TenantId tenant, Capability... capabilities) {
        return Caller.author(tenant, new PersonId(UUID.randomUUID()), Authority.of(capabilities));
    }
}
