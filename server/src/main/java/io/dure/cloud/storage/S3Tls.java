package io.dure.cloud.storage;

import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/// The certificate of the S3 port, taken into use anew when its files change.
final class S3Tls {
    private static final Logger LOG = LoggerFactory.getLogger(S3Tls.class);

    private final SslContextFactory.Server factory = new SslContextFactory.Server();

    S3Tls(SslBundles bundles, String name) {
        factory.setSslContext(bundles.getBundle(name).createSslContext());
        bundles.addBundleUpdateHandler(name, this::renew);
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    private void renew(SslBundle bundle) {
        try {
            factory.reload(tls -> tls.setSslContext(bundle.createSslContext()));
        } catch (Exception e) {
            // The old certificate goes on serving; whoever renewed it reads why.
            LOG.error("s3.certificate.unusable", e);
        }
    }
}
