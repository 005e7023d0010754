package io.dure.engines.objects.access;

import java.util.Optional;

/// Knows the keys, and whose requests are that carry no signature.
public interface Credentials {
    /// The key of this id, unless it is unknown or revoked.
    Optional<AccessKey> find(String accessKeyId);

    /// The namespace that the first label of a host below the server's domains names, for unsigned
    /// requests: `acme` in `acme.s3.example.com`.
    Optional<HostedNamespace> named(String label);
}
