package io.dure.engines.objects;

import io.dure.engines.objects.edge.Patience;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// How the S3 port is served.
///
/// @param address to listen on
/// @param port to listen on; 0 takes a free one
/// @param region that buckets say they are in; any is accepted in signatures
/// @param domains that virtual hosts lie below, lower case: with `s3.example.com`,
///   `acme.s3.example.com` names a namespace and `photos.acme.s3.example.com` a bucket in it
/// @param tls the keys to speak TLS with; empty for plain HTTP
/// @param patience with slow clients
/// @param proxies believes those in front about who a client is and whether it came by TLS
public record S3Settings(
        String address,
        int port,
        String region,
        List<String> domains,
        Optional<SslContextFactory.Server> tls,
        Patience patience,
        HttpConfiguration.Customizer proxies) {
    public S3Settings {
        domains = List.copyOf(domains);
    }
}
