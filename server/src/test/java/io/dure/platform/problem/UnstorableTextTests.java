package io.dure.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingBrowser;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.database.DataFolder;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Text that PostgreSQL does not store, in every place where a route takes text; routes are found
/// by asking the server.
@ServerTest
class UnstorableTextTests {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired TestingSignUps signUps;
    @Autowired DataFolder folder;

    private TestingOrganisation here;
    private String operatorToken;

    private record Route(String method, String pattern, HandlerMethod handler) {
        Stream<MethodParameter> parameters(Predicate<MethodParameter> wanted) {
            return Arrays.stream(handler.getMethodParameters()).filter(wanted);
        }

        Stream<String> queryParameters() {
            return parameters(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(Route::name);
        }

        /// The texts at the top of the body.
        Stream<String> texts() {
            return parameters(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                    .map(MethodParameter::getParameterType)
                    .filter(Class::isRecord)
                    .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                    .filter(component -> component.getType() == String.class)
                    .map(RecordComponent::getName);
        }

        private static String name(MethodParameter parameter) {
            var reflected = parameter.getParameter();
            var named = reflected.getAnnotation(RequestParam.class).value();
            return named.isEmpty() ? reflected.getName() : named;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @BeforeEach
    void somebodyWhoMay() throws IOException {
        here = signUps.open();
        operatorToken = Files.readString(folder.path().resolve("operator.token")).strip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%00b", "%ff", "%c3%28"})
    void noQueryHoldsIt(String text) {
        var asked =
                routes().flatMap(route ->
                                route.queryParameters()
                                        .map(name -> outcome(route, "?" + name + "=" + text, null)))
                        .toList();

        assertThat(asked).hasSizeGreaterThan(10).allMatch(outcome -> outcome.startsWith("400 "));
    }

    @Test
    void noBodyHoldsIt() {
        var asked =
                routes().flatMap(route ->
                                route.texts()
                                        .map(name -> outcome(route, "", Map.of(name, "a\u0000b"))))
                        .toList();

        assertThat(asked)
                .hasSizeGreaterThan(10)
                .allMatch(outcome ->
                        outcome.startsWith("400 ")
                                || outcome.startsWith("422 ")
                                // Of a token nothing is read here.
                                || outcome.contains("/problems/session-needed"));
    }

    @Test
    void noPathHoldsIt() {
        for (var path : List.of("/api/console/%00", here.path("/storage/buckets/a%00b"))) {
            assertThat(here.browser().send("GET", path, null).status()).isEqualTo(400);
        }
    }

    @Test
    void aTextThatHoldsItIsNamed() {
        var answer = here.browser().post(here.path("/departments"), Map.of("name", "생산\u0000부"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("name");
    }

    private String outcome(Route route, String query, @Nullable Map<String, String> body) {
        var answer = send(route, query, body);
        return answer.status() + " " + route + query + " " + answer.raw().body();
    }

    private TestingBrowser.Answer send(
            Route route, String query, @Nullable Map<String, String> body) {
        var path =
                route.pattern()
                                .replace("{org}", here.shortName())
                                .replaceAll("\\{[^}]*}", "019f0000-0000-7000-8000-000000000001")
                        + query;
        return path.startsWith("/api/console/")
                ? signUps.stranger()
                        .send(
                                route.method(),
                                path,
                                body,
                                "Authorization",
                                "Bearer " + operatorToken,
                                "If-Match",
                                "\"1\"")
                : here.browser().send(route.method(), path, body, "If-Match", "\"1\"");
    }

    private Stream<Route> routes() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/"))
                .flatMap(pattern ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(method.name(), pattern, handler)));
    }
}
