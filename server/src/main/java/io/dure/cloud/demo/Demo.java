package io.dure.cloud.demo;

import io.dure.platform.tenancy.DemoPart;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisation.State;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGeneratorFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes the demonstration organisations, each in one transaction, if they are not there.
@Service
class Demo {
    /// Any number would do, as long as it stays.
    private static final long SEED = 20_260_301;

    private final List<Script> scripts;
    private final List<DemoPart> parts;
    private final Organisations organisations;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Demo(
            Collection<Script> scripts,
            Collection<DemoPart> parts,
            Organisations organisations,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.scripts = List.copyOf(scripts);
        this.parts = parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).toList();
        this.organisations = organisations;
        this.clock = clock;
        this.transaction = transaction;
    }

    List<Script> scripts() {
        return scripts;
    }

    boolean isThere(Script script) {
        return find(script).isPresent();
    }

    /// @return the organisation, new or as it was left
    Organisation open(Script script) {
        return find(script).orElseGet(() -> make(script));
    }

    private Optional<Organisation> find(Script script) {
        return SystemScope.call(
                "whether a demonstration is there",
                () -> organisations.byShortName(script.shortName()));
    }

    private Organisation make(Script script) {
        var registration =
                new Registration(
                        script.shortName(), script.profile(), script.plan(), State.ACTIVE, true);
        return TenantScope.<Organisation, RuntimeException>call(
                new TenantId(UuidV7.next(clock)),
                () -> transaction.execute(_ -> fill(organisations.register(registration))));
    }

    private Organisation fill(Organisation organisation) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        parts.forEach(part -> part.fill(organisation, random));
        return organisation;
    }
}
