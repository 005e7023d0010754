package io.dure.platform.identity.web;

import io.dure.platform.identity.Secret;
import io.dure.platform.identity.Session;
import io.dure.platform.identity.Sessions;
import io.dure.platform.identity.SignIn;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Open;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and where one is signed in.
@RestController
@RequestMapping({"/api/o/{org}/sessions", "/api/console/sessions"})
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;

    SessionController(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    record SignInRequest(String login, String password) {}

    record SessionView(
            UUID id,
            Session.Strength strength,
            String address,
            String userAgent,
            Instant createdAt,
            Instant seenAt,
            boolean current) {}

    record SessionList(List<SessionView> items) {}

    @Open
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(
            Visit visit,
            @RequestBody SignInRequest body,
            HttpServletRequest request,
            HttpServletResponse response) {
        Secret secret = signIn.byPassword(body.login(), body.password(), place(request));
        SessionCookie.write(request, response, visit.organisation().shortName(), secret);
    }

    @GetMapping
    SessionList list(Caller caller, Visit visit) {
        var current = visit.session().map(Session::id);
        return new SessionList(
                sessions.list(caller).stream()
                        .map(session ->
                                view(session, current.filter(session.id()::equals).isPresent()))
                        .toList());
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(
            Caller caller, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        visit.session().ifPresent(session -> sessions.revoke(caller, session.id()));
        SessionCookie.clear(request, response, visit.organisation().shortName());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        sessions.revoke(caller, id);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(
            Caller caller, Visit visit, HttpServletRequest request, HttpServletResponse response) {
        sessions.revokeAll(caller.person());
        SessionCookie.clear(request, response, visit.organisation().shortName());
    }

    static SignIn.Place place(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return new SignIn.Place(
                String.valueOf(request.getRemoteAddr()), agent == null ? "" : agent);
    }

    private static SessionView view(Session session, boolean current) {
        return new SessionView(
                session.id(),
                session.strength(),
                session.address(),
                session.userAgent(),
                session.createdAt(),
                session.seenAt(),
                current);
    }
}
