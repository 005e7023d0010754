package io.dure.engines.objects.sigv4;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers derived keys: a client signs all day with one, and deriving it takes four of the five
/// HMACs that a request costs.
public final class SigningKeys {
    /// More access keys than are in use at a time.
    private static final int MOST = 10_000;

    private final Map<String, Derived> byAccessKey = new ConcurrentHashMap<>();

    private record Derived(String secret, CredentialScope scope, SigningKey key) {}

    /// @param secret of the access key that the scope names
    public SigningKey of(String secret, CredentialScope scope) {
        var known = byAccessKey.get(scope.accessKeyId());
        return known != null && known.scope.equals(scope) && known.secret.equals(secret)
                ? known.key
                : SigningKey.derive(secret, scope);
    }

    /// Remembers a key whose signature held; strangers' scopes are not worth it.
    public void remember(String secret, CredentialScope scope, SigningKey key) {
        var known = byAccessKey.get(scope.accessKeyId());
        if (known == null || known.key != key) {
            if (byAccessKey.size() >= MOST) {
                byAccessKey.clear();
            }
            byAccessKey.put(scope.accessKeyId(), new Derived(secret, scope, key));
        }
    }
}
