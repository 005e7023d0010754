package io.dure;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.platform.tenancy.Open;
import io.dure.platform.tenancy.ShownOnce;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// An answer with a secret must not be written down for repetitions of its request.
@ServerTest
class SecretAnswersTests {
    /// Components that hold secrets, by the names that the API gives them.
    private static final Set<String> SECRET = Set.of("secret", "token", "path", "codes", "url");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void everyPostThatAnswersASecretIsMarkedSo() {
        var forgotten =
                routes.getHandlerMethods().values().stream()
                        .map(HandlerMethod::getMethod)
                        .filter(method -> method.isAnnotationPresent(PostMapping.class))
                        .filter(method -> !method.isAnnotationPresent(Open.class))
                        .filter(method -> !method.isAnnotationPresent(ShownOnce.class))
                        .filter(method -> holdsSecret(method.getReturnType()))
                        .map(Method::toString)
                        .toList();

        assertThat(forgotten).isEmpty();
    }

    @Test
    void theyAreRecognised() {
        assertThat(
                        routes.getHandlerMethods().values().stream()
                                .map(HandlerMethod::getMethod)
                                .filter(method -> method.isAnnotationPresent(ShownOnce.class))
                                .filter(method -> holdsSecret(method.getReturnType())))
                .hasSizeGreaterThan(3);
    }

    private static boolean holdsSecret(Class<?> type) {
        return type.isRecord()
                && type.getName().startsWith("io.dure.")
                && Arrays.stream(type.getRecordComponents()).anyMatch(SecretAnswersTests::isSecret);
    }

    private static boolean isSecret(RecordComponent component) {
        return SECRET.contains(component.getName()) || holdsSecret(component.getType());
    }
}
