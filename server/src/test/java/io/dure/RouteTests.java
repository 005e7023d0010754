package io.dure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.TestingBrowser.Answer;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import io.dure.platform.tenancy.Open;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route there is, called with what is not the caller's: routes are found by asking the
/// server, so a new one is tried without a word here, or fails for want of an id.
@ServerTest
class RouteTests {
    /// Where the routes of organisations begin, and those of the operator's staff.
    private enum Side {
        ORGANISATION("/api/o/{org}"),
        CONSOLE("/api/console");

        private final String root;

        Side(String root) {
            this.root = root;
        }
    }

    /// What a client might send in the place of an id. A NUL in a path never comes as far as a
    /// route: Jetty refuses it and closes the connection.
    private static final List<String> NO_IDS =
            List.of("%20", ",", "nonsense", "%F0%9F%8D%89", "%FF");

    /// What a client might send in the place of any text.
    private static final List<String> NONSENSE =
            Stream.concat(Stream.of("%00"), NO_IDS.stream()).toList();

    private static final Map<String, Object> PLAN =
            Map.of("people", 10, "storageBytes", 0, "modules", List.of());

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

    private static final Map<String, Object> CONSOLE_BODIES =
            Map.of(
                    "POST /backup",
                    Map.of("folder", "/nowhere"),
                    "POST /organisations",
                    signUp(),
                    "POST /organisations/{id}/support",
                    Map.of("reason", "They asked.", "minutes", 60),
                    "POST /organisations/{id}/suspend",
                    Map.of("reason", "They do not pay."),
                    "POST /organisations/{id}/close",
                    Map.of("reason", "They asked."),
                    "PUT /self-sign-up",
                    Map.of("open", false, "plan", PLAN));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;

    private TestingOrganisation here;
    private TestingOrganisation there;
    private ForeignIds foreign;

    private record Route(
            Side side, String method, String pattern, String contentType, HandlerMethod handler) {
        boolean isOpen() {
            return handler.hasMethodAnnotation(Open.class);
        }

        /// Below the organisation, or the console.
        String below() {
            return pattern.substring(side.root.length());
        }

        String name() {
            return method + " " + below();
        }

        /// With something in the place of each variable but the organisation's.
        ///
        /// @param ids what comes after a part of the path
        String path(UnaryOperator<String> ids) {
            var parts = below().split("/");
            var path = new ArrayList<String>();
            for (var i = 0; i < parts.length; i++) {
                path.add(parts[i].startsWith("{") ? ids.apply(parts[i - 1]) : parts[i]);
            }
            return String.join("/", path);
        }

        boolean hasId() {
            return below().contains("{");
        }

        Object body() {
            var both = new HashMap<>(BODIES);
            both.putAll(CONSOLE_BODIES);
            return both.getOrDefault(name(), Map.of());
        }

        /// The names of all query parameters.
        Stream<String> parameters() {
            return Stream.of(handler.getMethodParameters()).flatMap(Route::names);
        }

        private static Stream<String> names(MethodParameter parameter) {
            if (parameter.hasParameterAnnotation(ParameterObject.class)) {
                return Stream.of(parameter.getParameterType().getRecordComponents())
                        .map(RecordComponent::getName);
            }
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            return parameter.hasParameterAnnotation(RequestParam.class)
                    ? Stream.of(Objects.requireNonNull(parameter.getParameterName()))
                    : Stream.empty();
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
        var routes = closed(Side.ORGANISATION).filter(Route::hasId).toList();

        assertThat(others(routes, 404, route -> call(here.browser(), here, route))).isEmpty();
        assertThat(there.browser().get(there.path("/me")).status()).isEqualTo(200);
    }

    @Test
    void strangersAreTurnedAway() {
        var routes = closed(Side.ORGANISATION, Side.CONSOLE).toList();

        assertThat(others(routes, 401, route -> call(here.stranger(), there, route))).isEmpty();
    }

    @Test
    void whoIsSignedInElsewhereIsAStrangerHere() {
        var routes = closed(Side.ORGANISATION, Side.CONSOLE).toList();

        assertThat(others(routes, 401, route -> call(here.browser(), there, route))).isEmpty();
    }

    @Test
    void aSessionOfAnOrganisationOpensNothingOfTheConsole() {
        var planted = here.stranger();
        planted.keep("dure-o-console", here.browser().cookie("dure-o-" + here.shortName()));
        var routes = closed(Side.CONSOLE).toList();

        assertThat(others(routes, 401, route -> call(planted, here, route))).isEmpty();
    }

    @Test
    void whatIsAnOrganisationsIsNotFoundInTheConsole() {
        var operator = signUps.operator(BuiltInRole.OWNER);
        var routes = closed(Side.CONSOLE).filter(Route::hasId).toList();

        assertThat(others(routes, 404, route -> call(operator, here, route))).isEmpty();
        assertThat(there.browser().get(there.path("/me")).status()).isEqualTo(200);
    }

    @Test
    void idsThatNeverWereAreNotFound() {
        var operator = signUps.operator(BuiltInRole.OWNER);
        var routes = closed(Side.ORGANISATION, Side.CONSOLE).filter(Route::hasId).toList();

        assertThat(
                        others(
                                routes,
                                404,
                                route ->
                                        call(
                                                side(route, operator),
                                                here,
                                                route,
                                                _ -> UUID.randomUUID().toString())))
                .isEmpty();
    }

    @Test
    void whoOfTheStaffMayDoNothingGetsNothingOfTheConsoles() {
        var nobody = signUps.operator(BuiltInRole.MEMBER);
        var shared = routes(Side.ORGANISATION).map(Route::name).toList();
        var routes = closed(Side.CONSOLE).filter(route -> !shared.contains(route.name())).toList();

        assertThat(others(routes, 403, route -> call(nobody, here, route))).isEmpty();
    }

    @Test
    void whatIsNoIdIsNoFault() {
        var operator = signUps.operator(BuiltInRole.OWNER);
        var routes = closed(Side.ORGANISATION, Side.CONSOLE).filter(Route::hasId).toList();

        assertThat(NO_IDS)
                .allSatisfy(text ->
                        assertThat(
                                        faults(
                                                routes,
                                                route ->
                                                        call(
                                                                side(route, operator),
                                                                here,
                                                                route,
                                                                _ -> text)))
                                .isEmpty());
    }

    @Test
    void noParameterIsTooStrange() {
        var operator = signUps.operator(BuiltInRole.OWNER);
        var routes =
                routes(Side.ORGANISATION, Side.CONSOLE)
                        .filter(route -> route.method().equals("GET"))
                        .toList();

        assertThat(NONSENSE)
                .allSatisfy(text ->
                        assertThat(
                                        routes.stream()
                                                .flatMap(route ->
                                                        route.parameters()
                                                                .flatMap(name ->
                                                                        faults(
                                                                                List.of(route),
                                                                                _ ->
                                                                                        asked(
                                                                                                side(
                                                                                                        route,
                                                                                                        operator),
                                                                                                route,
                                                                                                name
                                                                                                        + "="
                                                                                                        + text))
                                                                                .stream())))
                                .isEmpty());
    }

    private TestingBrowser side(Route route, TestingBrowser operator) {
        return switch (route.side()) {
            case ORGANISATION -> here.browser();
            case CONSOLE -> operator;
        };
    }

    private Answer asked(TestingBrowser browser, Route route, String query) {
        return browser.get(address(here, route, foreign::after) + "?" + query);
    }

    private Answer call(TestingBrowser browser, TestingOrganisation organisation, Route route) {
        return call(browser, organisation, route, foreign::after);
    }

    private static Answer call(
            TestingBrowser browser,
            TestingOrganisation organisation,
            Route route,
            UnaryOperator<String> ids) {
        return browser.send(
                route.method(),
                address(organisation, route, ids) + "?key=report.txt",
                route.body(),
                "If-Match",
                "\"1\"",
                "Content-Type",
                route.contentType());
    }

    private static String address(
            TestingOrganisation organisation, Route route, UnaryOperator<String> ids) {
        return switch (route.side()) {
            case ORGANISATION -> organisation.path(route.path(ids));
            case CONSOLE -> "/api/console" + route.path(ids);
        };
    }

    /// What answered something else than it should.
    private static List<String> others(
            List<Route> routes, int status, Function<Route, Answer> call) {
        assertThat(routes).isNotEmpty();
        return wrong(routes, call, answer -> answer.status() != status);
    }

    /// What answered as if the server were at fault.
    private static List<String> faults(List<Route> routes, Function<Route, Answer> call) {
        return wrong(routes, call, answer -> answer.status() >= 500);
    }

    private static List<String> wrong(
            List<Route> routes, Function<Route, Answer> call, Predicate<Answer> isWrong) {
        var wrong = new ArrayList<String>();
        for (var route : routes) {
            var answer = call.apply(route);
            if (isWrong.test(answer)) {
                wrong.add(
                        "%s %s: %d %s"
                                .formatted(
                                        route.side(),
                                        route.name(),
                                        answer.status(),
                                        answer.raw().body()));
            }
        }
        return wrong;
    }

    @Test
    void anOrganisationThatNeverWasIsNotFound() {
        assertThat(here.browser().get("/api/o/nowhere/me").status()).isEqualTo(404);
    }

    private static Map<String, Object> signUp() {
        return Map.of(
                "shortName",
                "routes",
                "name",
                "Routes",
                "language",
                "en",
                "timeZone",
                "UTC",
                "plan",
                PLAN,
                "state",
                "TRIAL",
                "owner",
                Map.of("login", "kim", "name", "Kim"));
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

    /// Those that need somebody signed in.
    private Stream<Route> closed(Side... sides) {
        return routes(sides).filter(route -> !route.isOpen());
    }

    private Stream<Route> routes(Side... sides) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        Stream.of(sides)
                                .flatMap(side -> routes(side, entry.getKey(), entry.getValue())));
    }

    private static Stream<Route> routes(Side side, RequestMappingInfo info, HandlerMethod handler) {
        var contentType =
                info.getConsumesCondition().getConsumableMediaTypes().stream()
                        .findFirst()
                        .map(Object::toString)
                        .orElse("application/json");
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith(side.root))
                .flatMap(pattern ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method ->
                                        new Route(
                                                side,
                                                method.name(),
                                                pattern,
                                                contentType,
                                                handler)));
    }
}
