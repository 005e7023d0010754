package io.dure;

import io.dure.platform.tenancy.Open;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A way into the server over HTTP.
record Route(Side side, String method, String pattern, String contentType, HandlerMethod handler) {
    /// Where the routes of organisations begin, and those of the operator's staff.
    enum Side {
        ORGANISATION("/api/o/{org}"),
        CONSOLE("/api/console");

        private final String root;

        Side(String root) {
            this.root = root;
        }
    }

    /// All there are, found by asking the server.
    static Stream<Route> of(RequestMappingHandlerMapping mapping, Side... sides) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(entry ->
                        Stream.of(sides)
                                .flatMap(side -> of(side, entry.getKey(), entry.getValue())));
    }

    private static Stream<Route> of(Side side, RequestMappingInfo info, HandlerMethod handler) {
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
        return RouteBodies.of(name());
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
