package io.dure.cloud.console;

import io.dure.platform.audit.Actor;
import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.Links;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.ConflictException;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.Registration;
import io.dure.platform.tenancy.TenantId;
import io.dure.platform.tenancy.TenantScope;
import io.dure.platform.tenancy.UuidV7;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// How an organisation comes to be: its entry, its first owner, and the link that lets them in, all
/// or nothing.
@Service
class SignUp {
    private final Organisations organisations;
    private final People people;
    private final Authorities authorities;
    private final Links links;
    private final InstantSource clock;
    private final ConsoleTrail trail;

    SignUp(
            Organisations organisations,
            People people,
            Authorities authorities,
            Links links,
            InstantSource clock,
            ConsoleTrail trail) {
        this.organisations = organisations;
        this.people = people;
        this.authorities = authorities;
        this.links = links;
        this.clock = clock;
        this.trail = trail;
    }

    /// The new organisation's own scope is open from the first row on, so nothing here can see or
    /// touch another's.
    SignedUp organisation(Actor actor, Registration registration, Owner owner) {
        var id = new TenantId(UuidV7.next(clock));
        return TenantScope.<SignedUp, RuntimeException>call(
                id,
                () ->
                        trail.together(
                                actor,
                                id,
                                "organisation.signed-up",
                                Map.of(),
                                () -> enter(registration, owner)));
    }

    private SignedUp enter(Registration registration, Owner owner) {
        return enter(organisations.register(registration), owner);
    }

    /// Lets the first owner into an organisation that has nobody, as one has that came back from
    /// the store alone.
    ///
    /// @throws ConflictException if there are people
    SignedUp owner(Actor actor, TenantId id, Owner owner) {
        return TenantScope.<SignedUp, RuntimeException>call(
                id,
                () ->
                        trail.together(
                                actor,
                                id,
                                "organisation.owner-invited",
                                Map.of(),
                                () -> {
                                    if (!people.isEmpty()) {
                                        throw new ConflictException(
                                                "has-people",
                                                "There are people in it, who invite others.");
                                    }
                                    return enter(organisations.current(), owner);
                                }));
    }

    private SignedUp enter(Organisation organisation, Owner owner) {
        var person = new PersonId(UuidV7.next(clock));
        people.enter(
                new Person(
                        person,
                        owner.login(),
                        Optional.empty(),
                        owner.name(),
                        owner.email(),
                        Person.Kind.MEMBER,
                        Person.State.INVITED,
                        clock.instant(),
                        1));
        authorities.grant(person, BuiltInRole.OWNER);
        return new SignedUp(organisation, person, links.create(person, Links.Purpose.INVITATION));
    }
}
