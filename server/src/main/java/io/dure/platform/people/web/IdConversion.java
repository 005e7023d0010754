package io.dure.platform.people.web;

import io.dure.platform.tenancy.DepartmentId;
import io.dure.platform.tenancy.PersonId;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Reads the ids of people and departments from paths and parameters.
@Configuration(proxyBeanMethods = false)
class IdConversion implements WebMvcConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class, PersonId.class, text -> new PersonId(UUID.fromString(text)));
        registry.addConverter(
                String.class, DepartmentId.class, text -> new DepartmentId(UUID.fromString(text)));
    }
}
