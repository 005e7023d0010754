package io.dure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.TestingBrowser.Answer;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Open;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route there is, called with what is not the caller's: routes are found by asking the
/// server, so a new one is tried without a word here, or fails for want of an id.
@ServerTest
class RouteTests {
    private static final String ORGANISATION = "/api/o/{org}";

    /// What operations need before they look at whom it is for; all others get an empty object.
    private static final Map<String, Object> BODIES =
            Map.of(
                    "PUT /groups/{id}", Map.of("name", "동아리"),
                    "PUT /people/{id}/photo", photo(),
                    "PUT /departments/{id}", Map.of("name", "총무부"),
                    "POST /departments/{id}/move", Map.of("position", 0),
                    "POST /storage/keys/{id}/rotate", Map.of("overlapSeconds", 0),
                    "POST /support/{access}/grant", Map.of("minutes", 60),
                    "PUT /me/passkeys/{passkey}", Map.of("name", "전화기"),
                    "PUT /people/{id}", Map.of("name", "이영희"),
                    "PUT /roles/{id}", Map.of("name", "감사", "capabilities", List.of("audit.read")));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;

    private TestingOrganisation here;
    private TestingOrganisation there;
    private ForeignIds foreign;

    private record Route(String method, String pattern, String contentType, HandlerMethod handler) {
        boolean isOpen() {
            return handler.hasMethodAnnotation(Open.class);
        }

        /// Without the organisation.
        String name() {
            return method + " " + pattern.substring(ORGANISATION.length());
        }

        /// With a real id in the place of each variable but the organisation's.
        String path(ForeignIds ids) {
            var parts = pattern.substring(ORGANISATION.length()).split("/");
            var path = new ArrayList<String>();
            for (var i = 0; i < parts.length; i++) {
                path.add(parts[i].startsWith("{") ? ids.after(parts[i - 1]) : parts[i]);
            }
            return String.join("/", path);
        }

        boolean hasId() {
            return pattern.indexOf('{', ORGANISATION.length()) > 0;
        }
    }

    @BeforeEach
    void twoOrganisations() {
        here = signUps.open();
        there = signUps.open();
        foreign = ForeignIds.of(there, database);
    }

    @Test
    void anotherOrganisationsIdsAreNotFound() {
        var routes = routes().filter(Route::hasId).filter(route -> !route.isOpen()).toList();

        assertThat(routes).isNotEmpty();
        assertThat(others(routes, 404, route -> call(here.browser(), here, route))).isEmpty();
        assertThat(there.browser().get(there.path("/me")).status()).isEqualTo(200);
    }

    @Test
    void strangersAreTurnedAway() {
        var routes = routes().filter(route -> !route.isOpen()).toList();

        assertThat(others(routes, 401, route -> call(here.stranger(), there, route))).isEmpty();
    }

    @Test
    void whoIsSignedInElsewhereIsAStrangerHere() {
        var routes = routes().filter(route -> !route.isOpen()).toList();

        assertThat(others(routes, 401, route -> call(here.browser(), there, route))).isEmpty();
    }

    private Answer call(TestingBrowser browser, TestingOrganisation organisation, Route route) {
        return browser.send(
                route.method(),
                organisation.path(route.path(foreign)) + "?key=report.txt",
                BODIES.getOrDefault(route.name(), Map.of()),
                "If-Match",
                "\"1\"",
                "Content-Type",
                route.contentType());
    }

    /// What answered something else than it should.
    private static List<String> others(
            List<Route> routes, int status, Function<Route, Answer> call) {
        var others = new ArrayList<String>();
        for (var route : routes) {
            var answer = call.apply(route);
            if (answer.status() != status) {
                others.add(route.name() + ": " + answer.status() + " " + answer.raw().body());
            }
        }
        return others;
    }

    @Test
    void anOrganisationThatNeverWasIsNotFound() {
        assertThat(here.browser().get("/api/o/nowhere/me").status()).isEqualTo(404);
    }

    private static byte[] photo() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var contentType =
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .map(Object::toString)
                        .orElse("application/json");
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(ORGANISATION))
                .flatMap(pattern ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method ->
                                        new Route(method.name(), pattern, contentType, handler)));
    }
}
