package io.dure.engines.objects.client;

import java.net.URI;
import java.util.regex.Pattern;

/// A bucket of an S3 service, and the key that opens it.
///
/// @param endpoint `http` or `https`, a host and perhaps a port; buckets are named in the path
/// @param prefix of the keys of all that is kept there: empty, or ends with a slash
public record BucketAddress(
        URI endpoint,
        String region,
        String bucket,
        String prefix,
        String accessKeyId,
        String secret) {
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");
    private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]{1,100}/){0,5}");

    public BucketAddress {
        var scheme = String.valueOf(endpoint.getScheme());
        require(scheme.equals("http") || scheme.equals("https"), "the endpoint is no http(s) URI");
        require(endpoint.getHost() != null, "the endpoint names no host");
        require(
                endpoint.getRawPath().isEmpty() || endpoint.getRawPath().equals("/"),
                "the endpoint has a path");
        require(BUCKET.matcher(bucket).matches(), "the bucket's name is none");
        require(PREFIX.matcher(prefix).matches(), "the prefix must be empty or end with a slash");
        require(
                !accessKeyId.isBlank() && !secret.isBlank(),
                "there is no access key, or no secret");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /// As the header says it: without a port that goes without saying.
    String host() {
        var port = endpoint.getPort();
        var usual = endpoint.getScheme().equals("https") ? 443 : 80;
        return port < 0 || port == usual ? endpoint.getHost() : endpoint.getHost() + ":" + port;
    }

    /// Without the secret.
    @Override
    public String toString() {
        return endpoint + "/" + bucket + "/" + prefix;
    }
}
