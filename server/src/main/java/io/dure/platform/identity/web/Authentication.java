package io.dure.platform.identity.web;

import io.dure.platform.authority.Authorities;
import io.dure.platform.identity.OperatorToken;
import io.dure.platform.identity.Session;
import io.dure.platform.identity.Sessions;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.PersonId;
import io.dure.platform.tenancy.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds out who calls, from what the request brought along.
@Component
class Authentication {
    private final Sessions sessions;
    private final Authorities authorities;
    private final OperatorToken operatorToken;

    Authentication(Sessions sessions, Authorities authorities, OperatorToken operatorToken) {
        this.sessions = sessions;
        this.authorities = authorities;
        this.operatorToken = operatorToken;
    }

    @Transactional
    public Visit visit(Organisation organisation, HttpServletRequest request) {
        var session =
                SessionCookie.read(request, organisation.shortName()).flatMap(sessions::resume);
        var caller =
                session.map(found -> caller(organisation, found, request))
                        .or(() -> launcher(organisation, request));
        return new Visit(organisation, caller, session);
    }

    private Caller caller(Organisation organisation, Session session, HttpServletRequest request) {
        return new Caller(
                organisation.id(),
                session.person(),
                authorities.of(session.person()),
                String.valueOf(request.getRemoteAddr()));
    }

    private Optional<Caller> launcher(Organisation organisation, HttpServletRequest request) {
        return organisation.id().equals(TenantId.OPERATOR)
                ? BearerToken.of(request)
                        .filter(operatorToken::is)
                        .map(_ ->
                                new Caller(
                                        organisation.id(),
                                        PersonId.LAUNCHER,
                                        authorities.of(Set.of(BuiltInRole.OWNER)),
                                        String.valueOf(request.getRemoteAddr())))
                : Optional.empty();
    }
}
