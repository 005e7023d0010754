package io.dure.platform.people;

import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;

/// A person of an organisation. Never deleted: deactivated.
///
/// @param login what the person signs in with, lower case, unique in the organisation
/// @param version counts changes, for If-Match
public record Person(
        PersonId id,
        String login,
        Optional<String> employeeNumber,
        String name,
        Optional<String> email,
        Kind kind,
        State state,
        Instant createdAt,
        long version) {

    /// Whether this is what the person signs in with, and is sent mail at.
    boolean isReachedBy(String login, Optional<String> email) {
        return this.login.equals(login) && this.email.equals(email);
    }

    public enum Kind {
        MEMBER,
        /// Somebody from outside, who sees only what is shared with them.
        GUEST
    }

    public enum State {
        /// Entered, but never signed in.
        INVITED,
        ACTIVE,
        INACTIVE
    }
}
