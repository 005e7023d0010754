package io.dure.platform.problem.web;

import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Takes out the other formats that Spring reads and writes where it finds a library for them: each
/// would be one more parser open to strangers, with neither our limits nor our rules for fields.
@Configuration(proxyBeanMethods = false)
class JsonOnly implements WebMvcConfigurer {
    private static final Set<String> OTHERS = Set.of("yaml", "cbor", "x-jackson-smile", "xml");

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(list -> list.removeIf(JsonOnly::isOther));
    }

    private static boolean isOther(HttpMessageConverter<?> converter) {
        return converter.getSupportedMediaTypes().stream()
                .map(MediaType::getSubtype)
                .anyMatch(OTHERS::contains);
    }
}
