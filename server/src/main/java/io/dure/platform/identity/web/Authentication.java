package io.dure.platform.identity.web;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.Session;
import io.dure.platform.identity.Sessions;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds out who calls, from what the request brought along.
@Component
class Authentication {
    private final Sessions sessions;
    private final Authorities authorities;

    Authentication(Sessions sessions, Authorities authorities) {
        this.sessions = sessions;
        this.authorities = authorities;
    }

    @Transactional
    public Visit visit(Organisation organisation, HttpServletRequest request) {
        var session =
                SessionCookie.read(request, organisation.shortName()).flatMap(sessions::resume);
        var caller = session.map(found -> caller(organisation, found, request));
        return new Visit(organisation, caller, session);
    }

    private Caller caller(Organisation organisation, Session session, HttpServletRequest request) {
        return new Caller(
                organisation.id(),
                session.person(),
                authorities.of(session.person()),
                String.valueOf(request.getRemoteAddr()));
    }
}
