package io.dure.platform.identity.web;

import io.dure.platform.identity.Session;
import io.dure.platform.identity.Sessions;
import io.dure.platform.identity.SignIn;
import io.dure.platform.identity.SignInNeededException;
import io.dure.platform.identity.web.Browser.SignInAnswer;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.InPerson;
import io.dure.platform.tenancy.Open;
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

/// Signing in and out, and where one is signed in. An access token, whatever its scopes, neither
/// sees sessions nor ends them.
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

    /// @param code of the authenticator app, or a recovery code
    record CodeRequest(String code) {}

    record SessionView(
            UUID id,
            Session.Strength strength,
            String address,
            String userAgent,
            Instant createdAt,
            Instant seenAt,
            boolean current) {}

    record SessionList(List<SessionView> items) {}

    /// Signs in by login and password, or by their first half where a second factor is set up.
    @Open
    @PostMapping
    SignInAnswer signIn(Browser browser, @RequestBody SignInRequest body) {
        return browser.take(signIn.byPassword(body.login(), body.password(), browser.place()));
    }

    /// Goes on where the password was right and a second factor is needed.
    @Open
    @PostMapping("/second-factor")
    SignInAnswer secondFactor(Browser browser, @RequestBody CodeRequest body) {
        var pending = browser.pending().orElseThrow(SignInNeededException::new);
        return browser.take(signIn.bySecondFactor(pending, body.code(), browser.place()));
    }

    @InPerson
    @BeforeSecondFactor
    @GetMapping
    SessionList list(Caller caller, Visit visit) {
        var current = visit.session().map(Session::id);
        return new SessionList(
                sessions.list(caller).stream()
                        .map(session ->
                                view(session, current.filter(session.id()::equals).isPresent()))
                        .toList());
    }

    @BeforeSecondFactor
    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller, Visit visit, Browser browser) {
        visit.session().ifPresent(session -> sessions.revoke(caller, session.id()));
        browser.leave();
    }

    @InPerson
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id) {
        sessions.revoke(caller, id);
    }

    @InPerson
    @BeforeSecondFactor
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutEverywhere(Caller caller, Browser browser) {
        sessions.revokeAll(caller.person());
        browser.leave();
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
