package io.dure.cloud.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.dure.ServerTest;
import io.dure.TestingOrganisation;
import io.dure.TestingSignUps;
import io.dure.platform.tenancy.PartOf;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What an organisation is told that does not use storage.
@ServerTest
class ModuleOffTests {
    @Autowired TestingSignUps signUps;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    private TestingOrganisation dure;

    @BeforeEach
    void anOrganisation() {
        dure = signUps.open();
    }

    @Test
    void aModuleThatIsSwitchedOffSaysSo() {
        assertThat(dure.browser().get(dure.path("/storage")).status()).isEqualTo(200);

        switchOff(List.of("storage"));

        var answer = dure.browser().get(dure.path("/storage"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("module-off");
    }

    @Test
    void nothingIsLostWhileItIsOff() {
        dure.browser().post(dure.path("/storage/buckets"), Map.of("name", "papers"));
        switchOff(List.of("storage"));

        switchOff(List.of());

        assertThat(dure.browser().get(dure.path("/storage/buckets/papers")).status())
                .isEqualTo(200);
    }

    @Test
    void everyOperationOfStorageBelongsToItsModule() {
        var ofStorage =
                routes.getHandlerMethods().entrySet().stream()
                        .filter(route -> !isOfTheConsole(route.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(method ->
                                method.getBeanType()
                                        .getPackageName()
                                        .startsWith("io.dure.cloud.storage"));

        assertThat(ofStorage)
                .isNotEmpty()
                .allSatisfy(method ->
                        assertThat(method.getBeanType().getAnnotation(PartOf.class).value())
                                .isEqualTo("storage"));
    }

    private static boolean isOfTheConsole(RequestMappingInfo route) {
        return route.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/console/"));
    }

    private void switchOff(List<String> modules) {
        var path = dure.path("/organisation");
        var version = dure.browser().get(path).raw().headers().firstValue("ETag").orElseThrow();
        var answer =
                dure.browser()
                        .send("PATCH", path, Map.of("modulesOff", modules), "If-Match", version);
        assertThat(answer.status()).isEqualTo(200);
    }
}
