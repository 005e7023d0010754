package io.dure.platform.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;

/// The segments of an address as Spring's router reads them: decoded, and without what follows a
/// semicolon. Whoever guards an address has to read it so, or `/%61pi/…` passes the guard and
/// reaches what it guards.
final class Segments {
    private Segments() {}

    static List<String> of(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication()
                .elements()
                .stream()
                .filter(PathSegment.class::isInstance)
                .map(element -> ((PathSegment) element).valueToMatch())
                .toList();
    }
}
