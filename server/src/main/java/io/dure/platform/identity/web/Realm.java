package io.dure.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// Which organisation an API address belongs to: `/api/o/ORG/…`, or `/api/console/…` for the
/// operator's staff.
///
/// @param shortName the organisation's
record Realm(String shortName) {
    static Optional<Realm> of(HttpServletRequest request) {
        var segments = Segments.of(request);
        if (segments.size() < 2 || !segments.getFirst().equals("api")) {
            return Optional.empty();
        }
        return switch (segments.get(1)) {
            case "console" -> Optional.of(new Realm("console"));
            case "o" -> segments.stream().skip(2).findFirst().map(Realm::new);
            default -> Optional.empty();
        };
    }
}
