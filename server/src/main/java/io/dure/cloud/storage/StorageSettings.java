package io.dure.cloud.storage;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How S3 is served. `dure.s3.*`.
///
/// @param address to listen on; default 127.0.0.1
/// @param port to listen on; default 9000, and 0 takes a free one
/// @param region that buckets say they are in; default us-east-1, which clients assume
/// @param domains that virtual hosts lie below, such as `s3.example.com`; default none
/// @param privateWebhooks whether webhooks may lie at addresses that are not public, such as those
///   of the network that this server is in; default no
/// @param endpoint what clients are told to connect to, if not address and port: behind a proxy,
///   say
@ConfigurationProperties("dure.s3")
record StorageSettings(
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("9000") int port,
        @DefaultValue("us-east-1") String region,
        @DefaultValue List<String> domains,
        @DefaultValue("false") boolean privateWebhooks,
        @Nullable URI endpoint) {

    StorageSettings {
        domains = domains.stream().map(domain -> domain.toLowerCase(Locale.ROOT)).toList();
    }

    Optional<URI> publicEndpoint() {
        return Optional.ofNullable(endpoint);
    }
}
