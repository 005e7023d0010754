package io.dure.engines.objects.keys;

import io.dure.engines.objects.metadata.Namespace;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Knows the keys of namespaces.
public interface NamespaceKeys {
    /// The key that new bodies are encrypted under.
    ///
    /// @return empty if the namespace keeps its bodies in the clear
    Optional<NumberedKey> current(Namespace namespace);

    /// @return empty if it was destroyed, or never was
    Optional<SecretKey> find(Namespace namespace, int number);

    /// Everybody keeps their bodies in the clear.
    static NamespaceKeys none() {
        return new NamespaceKeys() {
            @Override
            public Optional<NumberedKey> current(Namespace namespace) {
                return Optional.empty();
            }

            @Override
            public Optional<SecretKey> find(Namespace namespace, int number) {
                return Optional.empty();
            }
        };
    }
}
