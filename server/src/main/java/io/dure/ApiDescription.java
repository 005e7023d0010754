package io.dure;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/// The OpenAPI description at `/api/openapi.json`; committed as `docs/api/openapi.json`, from which
/// the web's client is made.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Dure")
                                .version("0.1")
                                .description("The whole workplace as a cloud that you own."))
                .servers(List.of(new Server().url("/")));
    }

    /// Names each operation by its method and address, so that a new one renames no other.
    @Bean
    OpenApiCustomizer operationIds() {
        return api -> api.getPaths().forEach(ApiDescription::nameOperations);
    }

    /// Says that the address names the organisation: the front door reads it, so no controller
    /// does.
    @Bean
    OpenApiCustomizer organisationOfTheAddress() {
        return api ->
                api.getPaths()
                        .forEach((path, item) -> {
                            if (path.startsWith("/api/o/{org}")) {
                                item.readOperations().forEach(ApiDescription::nameOrg);
                            }
                        });
    }

    private static void nameOrg(Operation operation) {
        operation.addParametersItem(
                new PathParameter()
                        .name("org")
                        .description("the organisation's short name")
                        .schema(new StringSchema()));
    }

    private static void nameOperations(String path, PathItem item) {
        item.readOperationsMap()
                .forEach((method, operation) ->
                        operation.setOperationId(
                                method.name().toLowerCase(Locale.ROOT) + words(path)));
    }

    private static String words(String path) {
        return Arrays.stream(
                        path.replace("/api/o/{org}", "").replace("/api", "").split("[^A-Za-z0-9]+"))
                .map(StringUtils::capitalize)
                .collect(Collectors.joining());
    }
}
