package io.dure.platform.identity;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What a person's own programs present instead of a session.
///
/// @param scopes names of capabilities; it can do what these and the person have in common
public record AccessToken(
        UUID id,
        PersonId person,
        String name,
        Set<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> usedAt) {
    public AccessToken {
        scopes = Set.copyOf(scopes);
    }
}
