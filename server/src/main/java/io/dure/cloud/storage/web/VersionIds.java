package io.dure.cloud.storage.web;

import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.problem.InvalidInputException;
import java.util.Optional;

/// Versions as requests name them.
final class VersionIds {
    private VersionIds() {}

    /// @param field that it came in
    /// @return empty if none is named
    static Optional<VersionId> parse(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!VersionId.isPossible(text)) {
            throw new InvalidInputException(field, "malformed", "No version can be called so.");
        }
        return Optional.of(VersionId.parse(text));
    }
}
