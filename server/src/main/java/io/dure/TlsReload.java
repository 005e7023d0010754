package io.dure;

import java.util.Arrays;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Takes a renewed certificate into use when its files change, without a restart. Spring Boot
/// watches the files; for Jetty the rest is ours.
@Component
@ConditionalOnProperty("server.ssl.bundle")
class TlsReload implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    /// The name of the one certificate that HTTP and S3 share.
    static final String BUNDLE = "dure";

    private static final Logger LOG = LoggerFactory.getLogger(TlsReload.class);

    private final SslBundles bundles;

    TlsReload(SslBundles bundles) {
        this.bundles = bundles;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(
                server -> bundles.addBundleUpdateHandler(BUNDLE, bundle -> renew(server, bundle)));
    }

    private static void renew(Server server, SslBundle bundle) {
        Arrays.stream(server.getConnectors())
                .map(TlsReload::tls)
                .forEach(tls -> reload(tls, bundle));
    }

    private static SslContextFactory.Server tls(Connector connector) {
        return connector.getConnectionFactory(SslConnectionFactory.class).getSslContextFactory();
    }

    private static void reload(SslContextFactory.Server tls, SslBundle bundle) {
        try {
            tls.reload(factory -> factory.setSslContext(bundle.createSslContext()));
            LOG.info("tls.certificate.renewed");
        } catch (Exception e) {
            // The old certificate goes on serving; whoever renewed it reads why.
            LOG.error("tls.certificate.unusable", e);
        }
    }
}
