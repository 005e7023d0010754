package io.dure.engines.objects.http;

import io.dure.engines.objects.error.S3Exception;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a request is about, by its host and path.
///
/// @param namespaceLabel the label that names a namespace for unsigned requests, if the host has
///   one
/// @param bucket empty for the service itself
/// @param key empty for the bucket itself; verbatim, never a path
public record Target(Optional<String> namespaceLabel, String bucket, String key) {
    /// `/bucket/key` at any host; `/key` at `BUCKET.NAMESPACE.DOMAIN`; and `BUCKET.HOST` for hosts
    /// where clients cannot know the namespace's label.
    ///
    /// @param domains that the server answers for, lower case
    /// @throws S3Exception InvalidURI
    public static Target parse(String host, String rawPath, List<String> domains) {
        var labels = labels(host, domains);
        var path = Percent.decode(rawPath.startsWith("/") ? rawPath.substring(1) : rawPath);
        if (labels.bucket().isPresent()) {
            return new Target(labels.namespace(), labels.bucket().get(), path);
        }
        var slash = path.indexOf('/');
        return slash < 0
                ? new Target(labels.namespace(), path, "")
                : new Target(
                        labels.namespace(), path.substring(0, slash), path.substring(slash + 1));
    }

    private record Labels(Optional<String> namespace, Optional<String> bucket) {}

    private static Labels labels(String host, List<String> domains) {
        var name = withoutPort(host).toLowerCase(Locale.ROOT);
        for (var domain : domains) {
            if (name.endsWith("." + domain)) {
                return split(name.substring(0, name.length() - domain.length() - 1));
            }
        }
        return new Labels(Optional.empty(), Optional.empty());
    }

    private static Labels split(String below) {
        var dot = below.lastIndexOf('.');
        return dot < 0
                ? new Labels(Optional.of(below), Optional.empty())
                : new Labels(
                        Optional.of(below.substring(dot + 1)),
                        Optional.of(below.substring(0, dot)));
    }

    private static String withoutPort(String host) {
        var colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
