package io.dure.engines.objects.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of a policy or a statement. Their names have case.
record Fields(Map<String, Json> byName) {
    /// @param names all that there may be
    /// @throws io.dure.engines.objects.error.S3Exception MalformedPolicy if there is another
    Fields(Map<String, Json> byName, Set<String> names) {
        this(byName);
        byName.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw PolicyFault.UNKNOWN_FIELD.exception(name);
                });
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    Optional<Json> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Json need(String name) {
        return find(name).orElseThrow(() -> PolicyFault.MISSING_FIELD.exception(name));
    }

    /// The one of the two that there is.
    Json needEither(String name, String turned) {
        if (has(name) && has(turned)) {
            throw PolicyFault.SYNTAX.exception();
        }
        return find(turned).orElseGet(() -> need(name));
    }

    void requireText(String name) {
        find(name).ifPresent(field -> field.text(PolicyFault.SYNTAX));
    }
}
