package io.dure.platform.identity.web;

import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.problem.UnknownThingException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a page needs to know of whoever looks at it.
@RestController
class MeController {
    private final People people;
    private final SecondFactorDemands demands;

    MeController(People people, SecondFactorDemands demands) {
        this.people = people;
        this.demands = demands;
    }

    /// @param capabilities names of all that the person may do somewhere: for showing menus, not
    ///   for deciding
    /// @param secondFactorNeeded whether all else answers 403 until a second factor is set up
    record Me(
            PersonId id,
            String login,
            String name,
            Person.Kind kind,
            List<String> capabilities,
            boolean secondFactorNeeded,
            OrganisationView organisation) {}

    record OrganisationView(
            String shortName,
            String name,
            String language,
            String timeZone,
            String colour,
            List<String> modules) {}

    @BeforeSecondFactor
    @GetMapping({"/api/o/{org}/me", "/api/console/me"})
    Me me(Caller caller, Organisation organisation, Visit visit) {
        var person = people.find(caller.person());
        if (person.isEmpty() && caller.origin() == Caller.Origin.ORGANISATION) {
            throw new UnknownThingException("person");
        }
        var authority = caller.authority();
        var capabilities =
                java.util.stream.Stream.concat(
                                authority.everywhere().stream(),
                                authority.within().keySet().stream())
                        .distinct()
                        .sorted()
                        .toList();
        return new Me(
                caller.person(),
                person.map(Person::login).orElse(""),
                person.map(Person::name).orElse("Support"),
                person.map(Person::kind).orElse(Person.Kind.GUEST),
                capabilities,
                demands.lacksFactor(visit),
                view(organisation));
    }

    private static OrganisationView view(Organisation organisation) {
        return new OrganisationView(
                organisation.shortName(),
                organisation.name(),
                organisation.language(),
                organisation.timeZone().getId(),
                organisation.colour(),
                organisation.modules().stream().sorted().toList());
    }
}
