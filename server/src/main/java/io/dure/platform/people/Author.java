package io.dure.platform.people;

import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.Caller.Presence;
import io.dure.platform.tenancy.PersonId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who entered what may be done later.
///
/// @param scopes what the program might do that entered it with a token; empty where the person did
public record Author(PersonId person, Optional<Set<String>> scopes) {
    /// @param scopes as a column keeps them
    static Author read(PersonId person, String @Nullable [] scopes) {
        return new Author(person, Optional.ofNullable(scopes).map(Set::of));
    }

    String @Nullable [] scopesColumn() {
        return scopes.map(names -> names.toArray(String[]::new)).orElse(null);
    }

    /// A person in a browser.
    public static Author inPerson(PersonId person) {
        return new Author(person, Optional.empty());
    }

    /// The author of what is done at once.
    static Author of(Caller caller) {
        return caller.presence() == Presence.NONE
                ? new Author(caller.person(), Optional.of(caller.authority().names()))
                : inPerson(caller.person());
    }

    /// The author of what waits. A person proves now who they are: then nobody can be asked.
    ///
    /// @throws io.dure.platform.tenancy.ProofNeededException if they last did so too long ago
    static Author ofWhatWaits(Caller caller) {
        if (caller.presence() != Presence.NONE) {
            caller.requireFreshProof();
        }
        return of(caller);
    }
}
