package io.dure.platform.audit.web;

import io.dure.platform.audit.Actor;
import io.dure.platform.audit.Entry;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as the page shows it.
///
/// @param actorName what the person is called today, none if unknown here
/// @param subjectName what the person is called to whom it was done, where it was a person
record EntryView(
        UUID id,
        Instant at,
        Who actorKind,
        @Nullable PersonId actor,
        @Nullable String actorName,
        String address,
        String action,
        String subject,
        @Nullable String subjectName,
        Map<String, String> detail) {
    /// As [Actor.Kind], and who commands the server with the token of its data folder: no person.
    enum Who {
        PERSON,
        OPERATOR,
        LAUNCHER,
        SYSTEM,
        STRANGER;

        private static Who of(Actor actor) {
            return actor.person().filter(PersonId.LAUNCHER::equals).isPresent()
                    ? LAUNCHER
                    : valueOf(actor.kind().name());
        }
    }

    static EntryView of(Entry entry, Map<PersonId, String> names) {
        var actor = entry.actor();
        return new EntryView(
                entry.id(),
                entry.at(),
                Who.of(actor),
                actor.person().orElse(null),
                actor.person().map(names::get).orElse(null),
                actor.address(),
                entry.action(),
                entry.subject(),
                entry.subjectPerson().map(names::get).orElse(null),
                entry.detail());
    }
}
