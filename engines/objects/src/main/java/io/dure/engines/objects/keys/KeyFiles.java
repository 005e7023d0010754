package io.dure.engines.objects.keys;

import io.dure.engines.objects.metadata.Namespace;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Where namespaces' wrapped keys are kept: in the store, beside the bodies that need them.
public interface KeyFiles {
    /// @return empty if the namespace has no keys
    Optional<byte[]> read(Namespace namespace) throws IOException;

    /// Durable once it returns.
    void write(Namespace namespace, byte[] keys) throws IOException;

    /// For good, once it returns.
    void destroy(Namespace namespace) throws IOException;

    /// Whoever has keys.
    List<Namespace> all() throws IOException;
}
