package io.dure.platform.identity.web;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.AccessTokens;
import io.dure.platform.identity.OperatorToken;
import io.dure.platform.identity.Session;
import io.dure.platform.identity.Sessions;
import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.identity.Visitors;
import io.dure.platform.people.People;
import io.dure.platform.people.Person;
import io.dure.platform.tenancy.Authority;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Caller.Presence;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds out who calls, from what the request brought along. A program presents a token and is
/// judged by that alone; a browser has a session. Whoever is not active any more is a stranger.
@Component
class Authentication {
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final OperatorToken operatorToken;
    private final People people;
    private final Authorities authorities;
    private final List<Visitors> visitors;
    private final InstantSource clock;

    Authentication(
            Sessions sessions,
            AccessTokens tokens,
            OperatorToken operatorToken,
            People people,
            Authorities authorities,
            List<Visitors> visitors,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.operatorToken = operatorToken;
        this.people = people;
        this.authorities = authorities;
        this.visitors = List.copyOf(visitors);
        this.clock = clock;
    }

    @Transactional
    public Visit visit(Organisation organisation, HttpServletRequest request) {
        var bearer = BearerToken.of(request);
        return bearer.isPresent()
                ? byToken(organisation, bearer.get(), request)
                : bySession(organisation, request);
    }

    private Visit bySession(Organisation organisation, HttpServletRequest request) {
        var session =
                BrowserCookie.session(organisation.shortName())
                        .read(request)
                        .flatMap(sessions::resume)
                        .filter(found -> isActive(found.person()));
        var caller =
                session.map(found ->
                        caller(
                                organisation,
                                found.person(),
                                authorities.of(found.person()),
                                presence(found),
                                request));
        return new Visit(organisation, caller.or(() -> visitor(organisation, request)), session);
    }

    /// Visitors look and do not touch, whatever their authority says.
    private Optional<Caller> visitor(Organisation organisation, HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? BrowserCookie.session(organisation.shortName())
                        .read(request)
                        .flatMap(secret ->
                                visitors.stream()
                                        .flatMap(each -> each.of(secret).stream())
                                        .findFirst())
                        .map(visitor ->
                                new Caller(
                                        organisation.id(),
                                        visitor.person(),
                                        visitor.authority(),
                                        String.valueOf(request.getRemoteAddr()),
                                        Caller.Origin.SUPPORT,
                                        Presence.NONE))
                : Optional.empty();
    }

    /// @throws SignInNeededException if the token is none, even for what strangers may do: a
    ///   program should learn that its token died
    private Visit byToken(Organisation organisation, String bearer, HttpServletRequest request) {
        var caller =
                personal(organisation, bearer, request)
                        .or(() -> launcher(organisation, bearer, request))
                        .orElseThrow(SignInNeededException::new);
        return new Visit(organisation, Optional.of(caller), Optional.empty());
    }

    private Optional<Caller> personal(
            Organisation organisation, String bearer, HttpServletRequest request) {
        return tokens.resume(bearer)
                .filter(token -> isActive(token.person()))
                .map(token ->
                        caller(
                                organisation,
                                token.person(),
                                authorities.of(token.person()).narrowedTo(token.scopes()),
                                Presence.NONE,
                                request));
    }

    private Optional<Caller> launcher(
            Organisation organisation, String bearer, HttpServletRequest request) {
        return organisation.id().equals(TenantId.OPERATOR) && operatorToken.is(bearer)
                ? Optional.of(
                        caller(
                                organisation,
                                PersonId.LAUNCHER,
                                authorities.of(PersonId.LAUNCHER),
                                Presence.NONE,
                                request))
                : Optional.empty();
    }

    private Presence presence(Session session) {
        return session.isFresh(clock.instant()) ? Presence.PROVED : Presence.SESSION;
    }

    private boolean isActive(PersonId person) {
        return people.find(person)
                .filter(found -> found.state() == Person.State.ACTIVE)
                .isPresent();
    }

    private static Caller caller(
            Organisation organisation,
            PersonId person,
            Authority authority,
            Presence presence,
            HttpServletRequest request) {
        return new Caller(
                organisation.id(),
                person,
                authority,
                String.valueOf(request.getRemoteAddr()),
                Caller.Origin.ORGANISATION,
                presence);
    }
}
