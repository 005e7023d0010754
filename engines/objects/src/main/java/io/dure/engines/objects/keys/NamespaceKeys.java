package io.dure.engines.objects.keys;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Namespace;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Knows the keys of namespaces.
public interface NamespaceKeys {
    /// The key that new bodies are encrypted under.
    ///
    /// @return empty if the namespace keeps its bodies in the clear
    Optional<NumberedKey> current(Namespace namespace);

    /// The key for a body that was asked to be encrypted, whatever the namespace does otherwise.
    NumberedKey require(Namespace namespace);

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
            public NumberedKey require(Namespace namespace) {
                throw new S3Exception(S3Error.NOT_IMPLEMENTED);
            }

            @Override
            public Optional<SecretKey> find(Namespace namespace, int number) {
                return Optional.empty();
            }
        };
    }
}
