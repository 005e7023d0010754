package io.dure.platform.web;

import io.dure.engines.objects.edge.Patience;
import io.dure.engines.objects.edge.PatientBodies;
import io.dure.engines.objects.edge.PatientHttp;
import java.util.Optional;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// The HTTP port as strangers reach it: slow clients are ended as on the S3 port, and what is no
/// HTTP is refused in the words of all other problems.
@Component
class HttpEdge implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private final Patience patience;
    private final Optional<Proxies> proxies;

    /// @param proxies see [Proxies#parse]; empty if there is none
    HttpEdge(Patience patience, @Value("${dure.proxies:}") String proxies) {
        this.patience = patience;
        this.proxies = proxies.isBlank() ? Optional.empty() : Optional.of(Proxies.parse(proxies));
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(this::harden);
    }

    private void harden(Server server) {
        for (var connector : server.getConnectors()) {
            beStrict(connector);
        }
        server.insertHandler(new PatientBodies(patience));
        server.setErrorHandler(new JettyProblems());
    }

    private void beStrict(Connector connector) {
        var http = connector.getConnectionFactory(HttpConnectionFactory.class);
        if (connector instanceof AbstractConnector made && http != null) {
            proxies.map(BehindProxy::new).ifPresent(http.getHttpConfiguration()::addCustomizer);
            made.addConnectionFactory(new PatientHttp(http.getHttpConfiguration(), patience));
            made.setIdleTimeout(patience.idle().toMillis());
        }
    }
}
