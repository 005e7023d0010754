package io.dure.platform.identity;

import io.dure.platform.audit.Actor;
import io.dure.platform.audit.Audit;
import io.dure.platform.notices.Template;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantScope;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What happens when somebody has proved who they are: a session, an entry in the trail, and a word
/// to the person if the browser is new.
@Service
class Entrance {
    private final Sessions sessions;
    private final Devices devices;
    private final Letters letters;
    private final Audit audit;
    private final InstantSource clock;

    Entrance(
            Sessions sessions, Devices devices, Letters letters, Audit audit, InstantSource clock) {
        this.sessions = sessions;
        this.devices = devices;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public SignInStep.Done open(PersonId person, Session.Strength strength, Place place) {
        var known = devices.knows(java.util.Optional.of(person), place.device());
        if (!known && devices.hasAny(person)) {
            letters.send(
                    person,
                    Template.NEW_DEVICE,
                    Map.of(
                            "address", place.address(),
                            "device", place.userAgent(),
                            "time", clock.instant().toString()));
        }
        var device = place.device().orElseGet(Secret::random);
        devices.remember(person, device);
        audit.record(
                TenantScope.current(),
                Actor.person(person, place.address()),
                "identity.sign-in",
                "person:" + person,
                Map.of("by", strength.name(), "browser", known ? "known" : "new"));
        return new SignInStep.Done(
                sessions.open(person, strength, place.address(), place.userAgent()), device);
    }
}
