package io.dure.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// A token in the Authorization header. RFC 6750 §2.1.
final class BearerToken {
    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
    }
}
