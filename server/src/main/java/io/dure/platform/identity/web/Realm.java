package io.dure.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which organisation an API address belongs to: `/api/o/ORG/…`, or `/api/console/…` for the
/// operator's staff.
///
/// @param shortName the organisation's
record Realm(String shortName) {
    private static final Pattern ORGANISATION = Pattern.compile("/api/o/([^/]+)(?:/.*)?");
    private static final Pattern CONSOLE = Pattern.compile("/api/console(?:/.*)?");

    static Optional<Realm> of(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (CONSOLE.matcher(path).matches()) {
            return Optional.of(new Realm("console"));
        }
        var organisation = ORGANISATION.matcher(path);
        return organisation.matches()
                ? Optional.of(new Realm(organisation.group(1)))
                : Optional.empty();
    }
}
