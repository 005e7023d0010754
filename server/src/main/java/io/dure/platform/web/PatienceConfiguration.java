package io.dure.platform.web;

import io.dure.engines.objects.edge.Patience;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long the HTTP and the S3 port wait for slow clients.
@Configuration(proxyBeanMethods = false)
class PatienceConfiguration {
    @Bean
    Patience patience() {
        return Patience.DEFAULT;
    }
}
