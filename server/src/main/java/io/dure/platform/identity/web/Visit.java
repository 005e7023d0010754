package io.dure.platform.identity.web;

import io.dure.platform.identity.Session;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Organisation;
import io.dure.platform.tenancy.SessionNeededException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// What the front door learned of a request.
///
/// @param caller who calls, if anybody is signed in
/// @param session in which browser, if it came by one
record Visit(Organisation organisation, Optional<Caller> caller, Optional<Session> session) {
    private static final String ATTRIBUTE = Visit.class.getName();

    static void put(HttpServletRequest request, Visit visit) {
        request.setAttribute(ATTRIBUTE, visit);
    }

    static Optional<Visit> of(HttpServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(ATTRIBUTE));
    }

    /// @throws SessionNeededException if it is a program with a token that calls
    Session requireSession() {
        return session.orElseThrow(SessionNeededException::new);
    }

    /// Whether a password was all the proof.
    boolean isByPasswordOnly() {
        return session.filter(found -> !found.strength().isTwoFactor()).isPresent();
    }
}
