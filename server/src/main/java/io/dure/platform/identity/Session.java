package io.dure.platform.identity;

import io.dure.platform.tenancy.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// A browser, or an app, in which a person is signed in.
///
/// @param userAgent as the browser names itself, cut to 300 characters
/// @param provedAt when the person last proved in it who they are
public record Session(
        UUID id,
        PersonId person,
        Strength strength,
        String address,
        String userAgent,
        Instant createdAt,
        Instant seenAt,
        Instant provedAt,
        Instant expiresAt) {
    /// How long a proof is good for changing how one proves oneself.
    public static final Duration FRESH = Duration.ofMinutes(10);

    public boolean isFresh(Instant now) {
        return provedAt.plus(FRESH).isAfter(now);
    }

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
