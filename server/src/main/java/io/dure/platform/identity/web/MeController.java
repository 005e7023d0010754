package io.dure.platform.identity.web;

import io.dure.platform.identity.Preferences;
import io.dure.platform.identity.Preferences.Theme;
import io.dure.platform.identity.Visitors;
import io.dure.platform.people.Card;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.people.Profile;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a page needs to know of whoever looks at it.
@RestController
class MeController {
    private final People people;
    private final Preferences preferences;
    private final SecondFactorDemands demands;
    private final List<Visitors> visitors;

    MeController(
            People people,
            Preferences preferences,
            SecondFactorDemands demands,
            List<Visitors> visitors) {
        this.visitors = List.copyOf(visitors);
        this.people = people;
        this.preferences = preferences;
        this.demands = demands;
    }

    /// @param capabilities names of all that the person may do somewhere: for showing menus, not
    ///   for deciding
    /// @param photo changes with the picture; none without one
    /// @param language none: the organisation's
    /// @param secondFactorNeeded whether all else answers 403 until a second factor is set up
    /// @param visiting whether this is the operator's support, which looks and does not touch
    /// @param visitors the operator's support that looks in at the moment
    record Me(
            PersonId id,
            String login,
            String name,
            Person.Kind kind,
            @Nullable String photo,
            @Nullable String language,
            Theme theme,
            List<String> capabilities,
            boolean secondFactorNeeded,
            boolean visiting,
            List<VisitorView> visitors,
            OrganisationView organisation) {}

    /// @param until when the visit ends at the latest
    record VisitorView(String name, Instant until) {}

    /// @param startPage the module whose page comes first; empty for the home page
    /// @param menuOrder names of modules; those not named follow
    /// @param modules those that are switched on
    record OrganisationView(
            String shortName,
            String name,
            String language,
            String timeZone,
            String colour,
            String startPage,
            List<String> menuOrder,
            List<String> modules) {}

    @BeforeSecondFactor
    @GetMapping({"/api/o/{org}/me", "/api/console/me"})
    Me me(Caller caller, Organisation organisation, Visit visit) {
        var card =
                caller.origin() == Caller.Origin.SUPPORT
                        ? Optional.<Card>empty()
                        : Optional.of(people.card(caller, caller.person()));
        var person = card.map(Card::person);
        var profile = card.map(Card::profile).orElse(Profile.EMPTY);
        return new Me(
                caller.person(),
                person.map(Person::login).orElse(""),
                person.map(Person::name).orElse("Support"),
                person.map(Person::kind).orElse(Person.Kind.GUEST),
                profile.photoTag().orElse(null),
                profile.language().orElse(null),
                preferences.theme(caller),
                capabilities(caller.authority()),
                demands.lacksFactor(visit),
                card.isEmpty(),
                present(),
                view(organisation));
    }

    private List<VisitorView> present() {
        return visitors.stream()
                .flatMap(each -> each.present().stream())
                .map(visitor -> new VisitorView(visitor.name(), visitor.until()))
                .toList();
    }

    private static List<String> capabilities(Authority authority) {
        return authority.names().stream().sorted().toList();
    }

    private static OrganisationView view(Organisation organisation) {
        return new OrganisationView(
                organisation.shortName(),
                organisation.name(),
                organisation.language(),
                organisation.timeZone().getId(),
                organisation.colour(),
                organisation.settings().startPage(),
                organisation.settings().menuOrder(),
                organisation.modules().stream().sorted().toList());
    }
}
