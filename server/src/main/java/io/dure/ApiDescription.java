package io.dure;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
