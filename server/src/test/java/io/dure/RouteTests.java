package io.dure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.Route.Side;
import io.dure.TestingBrowser.Answer;
import io.dure.platform.database.TestingOwner;
import io.dure.platform.tenancy.Capability.BuiltInRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route there is, called with what is not the caller's: routes are found by asking the
/// server, so a new one is tried without a word here, or fails for want of an id.
@ServerTest
class RouteTests {
    /// What a client might send in the place of an id. A NUL in a path never comes as far as a
    /// route: Jetty refuses it and closes the connection.
    private static final List<String> NO_IDS =
            List.of("%20", ",", "nonsense", "%F0%9F%8D%89", "%FF");

    /// What a client might send in the place of any text.
    private static final List<String> NONSENSE =
            Stream.concat(Stream.of("%00"), NO_IDS.stream()).toList();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired TestingSignUps signUps;
    @Autowired TestingOwner database;

    private TestingOrganisation here;
    private TestingOrganisation there;
    private ForeignIds foreign;

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

    /// Those that need somebody signed in.
    private Stream<Route> closed(Side... sides) {
        return routes(sides).filter(route -> !route.isOpen());
    }

    private Stream<Route> routes(Side... sides) {
        return Route.of(mapping, sides);
    }
}
