package io.dure.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/// Whether the browser itself says that a request comes from our own pages: by `Sec-Fetch-Site`,
/// which every current browser sends and no page can set, else by `Origin`. A client that is no
/// browser sends neither, and has no cookies that another site could borrow.
final class SameOrigin {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private SameOrigin() {}

    /// @throws CrossSiteException if the request changes something and comes from another origin
    static void check(HttpServletRequest request) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null ? !OURS.contains(site) : isForeign(request)) {
            throw new CrossSiteException();
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            return !String.valueOf(request.getHeader("Host"))
                    .equals(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
