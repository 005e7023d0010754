package io.dure.cloud.storage;

import io.dure.engines.objects.client.BucketAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where bodies of objects are kept. `dure.objects.*`.
///
/// @param s3 another S3 service; default none, for the data folder
@ConfigurationProperties("dure.objects")
record ObjectsSettings(@Nullable S3 s3) {
    /// A bucket of another S3 service, and the key that opens it.
    ///
    /// @param endpoint such as `http://rgw.example.com:7480`
    /// @param region default us-east-1, which services without regions take
    /// @param bucket which is there, and nobody else's
    /// @param prefix of all keys there, such as `dure/`; default none
    /// @param key access key id
    /// @param secret of the access key; never logged
    record S3(
            URI endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            @DefaultValue("") String prefix,
            String key,
            String secret) {
        BucketAddress address() {
            return new BucketAddress(endpoint, region, bucket, prefix, key, secret);
        }

        @Override
        public String toString() {
            return endpoint + "/" + bucket + "/" + prefix;
        }
    }

    /// @return empty if bodies are kept in the data folder
    Optional<BucketAddress> remote() {
        return Optional.ofNullable(s3).map(S3::address);
    }
}
