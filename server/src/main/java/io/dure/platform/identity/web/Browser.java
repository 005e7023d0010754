package io.dure.platform.identity.web;

import io.dure.platform.identity.Passkeys;
import io.dure.platform.identity.Place;
import io.dure.platform.identity.Secret;
import io.dure.platform.identity.SignInStep;
import io.dure.platform.identity.Site;
import io.dure.platform.identity.web.PasskeyController.PasskeyOptions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/// The browser, or the program, at the other end of a request to an organisation.
///
/// @param shortName of the organisation, whose cookies are meant
record Browser(HttpServletRequest request, HttpServletResponse response, String shortName) {
    /// What comes next for somebody who is signing in.
    ///
    /// @param next DONE, or SECOND_FACTOR: send a code of the authenticator app or a recovery code,
    ///   or sign in with a passkey
    record SignInAnswer(Next next) {}

    enum Next {
        DONE,
        SECOND_FACTOR
    }

    Place place() {
        var agent = request.getHeader("User-Agent");
        return new Place(
                String.valueOf(request.getRemoteAddr()),
                agent == null ? "" : agent,
                BrowserCookie.DEVICE.read(request));
    }

    Optional<Secret> pending() {
        return BrowserCookie.pending(shortName).read(request);
    }

    Optional<Secret> challenge() {
        return BrowserCookie.challenge(shortName).read(request);
    }

    /// Asks for a signature of a passkey.
    PasskeyOptions ask(Passkeys.Asked asked) {
        BrowserCookie.challenge(shortName).write(request, response, asked.secret());
        return new PasskeyOptions(asked.options());
    }

    /// The site that the browser shows, by the address it asked.
    Site site() {
        var host = request.getServerName();
        var port = request.getServerPort();
        var scheme = request.getScheme();
        var usual = port == (scheme.equals("https") ? 443 : 80);
        return new Site(host, scheme + "://" + host + (usual ? "" : ":" + port));
    }

    /// Gives the browser what a step of signing in has to leave with it.
    SignInAnswer take(SignInStep step) {
        return switch (step) {
            case SignInStep.Done done -> {
                BrowserCookie.pending(shortName).clear(request, response);
                BrowserCookie.DEVICE.write(request, response, done.device());
                stay(done.session());
                yield new SignInAnswer(Next.DONE);
            }
            case SignInStep.SecondFactorNeeded(var secret) -> {
                BrowserCookie.pending(shortName).write(request, response, secret);
                yield new SignInAnswer(Next.SECOND_FACTOR);
            }
        };
    }

    void stay(Secret session) {
        BrowserCookie.session(shortName).write(request, response, session);
    }

    void leave() {
        BrowserCookie.session(shortName).clear(request, response);
    }
}
