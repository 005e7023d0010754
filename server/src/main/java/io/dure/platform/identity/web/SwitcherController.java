package io.dure.platform.identity.web;

import io.dure.platform.identity.Sessions;
import io.dure.platform.people.People;
import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.Organisations;
import io.dure.platform.tenancy.SystemScope;
import io.dure.platform.tenancy.TenantScope;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The organisations that this browser is signed in to, by its cookies.
@RestController
class SwitcherController {
    /// More cookies than this are somebody playing; each costs two queries.
    private static final int MOST = 20;

    private final Organisations organisations;
    private final Sessions sessions;
    private final People people;

    SwitcherController(Organisations organisations, Sessions sessions, People people) {
        this.organisations = organisations;
        this.sessions = sessions;
        this.people = people;
    }

    /// @param shortName `console` for the operator's
    record SignedInTo(
            String shortName, String name, String colour, String personName, String login) {}

    record SignedInToList(List<SignedInTo> items) {}

    @Open
    @GetMapping("/api/sessions")
    SignedInToList list(HttpServletRequest request) {
        return new SignedInToList(
                BrowserCookie.organisations(request).stream()
                        .limit(MOST)
                        .flatMap(shortName -> signedInTo(request, shortName).stream())
                        .toList());
    }

    private Optional<SignedInTo> signedInTo(HttpServletRequest request, String shortName) {
        return SystemScope.call(
                        "the organisation of a cookie", () -> organisations.byShortName(shortName))
                .flatMap(organisation ->
                        TenantScope.call(organisation.id(), () -> inside(request, organisation)));
    }

    private Optional<SignedInTo> inside(HttpServletRequest request, Organisation organisation) {
        return BrowserCookie.session(organisation.shortName())
                .read(request)
                .flatMap(sessions::resume)
                .flatMap(session -> people.find(session.person()))
                .map(person ->
                        new SignedInTo(
                                organisation.shortName(),
                                organisation.name(),
                                organisation.colour(),
                                person.name(),
                                person.login()));
    }
}
