package io.dure.engines.objects.bodies;

import io.dure.engines.objects.metadata.Claim;
import java.util.Optional;
import java.util.UUID;

/// A body on disk that is not what was written.
///
/// @param body where it is
/// @param claim what it says it is, if that can still be read
/// @param reason a sentence for the operator
public record Damage(UUID body, Optional<Claim> claim, String reason) {
    /// Is told of what is found.
    @FunctionalInterface
    public interface Report {
        void found(Damage damage);
    }
}
