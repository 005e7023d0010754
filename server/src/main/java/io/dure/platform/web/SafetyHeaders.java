package io.dure.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Headers that every answer carries: browsers guess no types, tell no other site where people
/// were, and keep to TLS once they came by it.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafetyHeaders extends OncePerRequestFilter {
    private static final Duration TLS_ONLY = Duration.ofDays(365);

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Frame-Options", "DENY");
        // As the router reads it: decoded, and without what stands behind a semicolon.
        if (request.getServletPath().startsWith("/api/")) {
            // Pictures of people may say otherwise; whatever says nothing is kept nowhere.
            response.setHeader("Cache-Control", "no-store");
            response.setHeader(
                    "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + TLS_ONLY.toSeconds());
        }
        chain.doFilter(request, response);
    }
}
