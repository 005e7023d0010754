package io.dure.platform.identity;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.UUID;

/// A browser, or an app, in which a person is signed in.
///
/// @param userAgent as the browser names itself, cut to 300 characters
public record Session(
        UUID id,
        PersonId person,
        Strength strength,
        String address,
        String userAgent,
        Instant createdAt,
        Instant seenAt,
        Instant expiresAt) {

    /// By what the person proved who they are.
    public enum Strength {
        PASSWORD,
        /// A password, then a one-time code.
        SECOND_FACTOR,
        /// A passkey, which is two factors in one.
        PASSKEY;

        /// Whether it satisfies an organisation that demands a second factor.
        public boolean isTwoFactor() {
            return this != PASSWORD;
        }
    }
}
