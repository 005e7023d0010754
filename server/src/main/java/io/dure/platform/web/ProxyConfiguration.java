package io.dure.platform.web;

import org.eclipse.jetty.server.HttpConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whom ports other than the HTTP port believe.
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {
    /// Proxies that are known by their addresses. The one that alone reaches the HTTP port is not
    /// believed on another, which clients may reach without it.
    ///
    /// @param proxies see [Proxies#parse]; empty if there is none
    @Bean
    HttpConfiguration.Customizer knownProxies(@Value("${dure.proxies:}") String proxies) {
        return proxies.isBlank() || !Proxies.parse(proxies).areKnown()
                ? (request, _) -> request
                : new BehindProxy(Proxies.parse(proxies));
    }
}
