package io.dure.platform.identity.web;

import io.dure.platform.identity.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// A secret that a browser keeps. Over TLS its name has the prefix `__Host-`, by which browsers
/// refuse one set from elsewhere (RFC 6265bis §4.1.3).
record BrowserCookie(String name, Duration kept) {
    private static final String SESSION = "dure-o-";
    private static final String HOST = "__Host-";

    /// By which a browser is known again, whoever signs in with it. Chromium keeps no cookie longer
    /// than 400 days.
    static final BrowserCookie DEVICE = new BrowserCookie("dure-device", Duration.ofDays(400));

    /// Keeps a browser signed in: one an organisation, so that it can be in several at once.
    static BrowserCookie session(String shortName) {
        return new BrowserCookie(SESSION + shortName, Duration.ofDays(14));
    }

    /// Between a password and a second factor.
    static BrowserCookie pending(String shortName) {
        return new BrowserCookie("dure-p-" + shortName, Duration.ofMinutes(10));
    }

    /// For the signature of a passkey.
    static BrowserCookie challenge(String shortName) {
        return new BrowserCookie("dure-c-" + shortName, Duration.ofMinutes(10));
    }

    /// The short names of all organisations that this browser has a session cookie of.
    static List<String> organisations(HttpServletRequest request) {
        var prefix = (request.isSecure() ? HOST : "") + SESSION;
        return cookies(request)
                .map(Cookie::getName)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    Optional<Secret> read(HttpServletRequest request) {
        var wanted = name(request);
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(wanted))
                .map(Cookie::getValue)
                .map(Secret::new)
                .findFirst();
    }

    void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        add(request, response, secret.text(), kept);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private static java.util.stream.Stream<Cookie> cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream);
    }

    private void add(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie =
                ResponseCookie.from(name(request), value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String name(HttpServletRequest request) {
        return (request.isSecure() ? HOST : "") + name;
    }
}
