package io.dure.platform.identity.web;

import io.dure.platform.identity.Secret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/// The cookie that keeps a browser signed in: one an organisation, so that a browser can be in
/// several at once. Over TLS its name has the prefix `__Host-`, by which browsers refuse one set
/// from elsewhere (RFC 6265bis §4.1.3).
final class SessionCookie {
    private static final Duration KEPT = Duration.ofDays(14);

    private SessionCookie() {}

    static Optional<Secret> read(HttpServletRequest request, String shortName) {
        var name = name(request, shortName);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .map(Secret::new)
                .findFirst();
    }

    static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String shortName,
            Secret secret) {
        add(request, response, shortName, secret.text(), KEPT);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response, String shortName) {
        add(request, response, shortName, "", Duration.ZERO);
    }

    private static void add(
            HttpServletRequest request,
            HttpServletResponse response,
            String shortName,
            String value,
            Duration age) {
        var cookie =
                ResponseCookie.from(name(request, shortName), value)
                        .path("/")
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request, String shortName) {
        return (request.isSecure() ? "__Host-" : "") + "dure-o-" + shortName;
    }
}
