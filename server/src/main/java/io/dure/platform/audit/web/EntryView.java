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
        Actor.Kind actorKind,
        @Nullable PersonId actor,
        @Nullable String actorName,
        String address,
        String action,
        String subject,
        @Nullable String subjectName,
        Map<String, String> detail) {
    static EntryView of(Entry entry, Map<PersonId, String> names) {
        var actor = entry.actor();
        return new EntryView(
                entry.id(),
                entry.at(),
                actor.kind(),
                actor.person().orElse(null),
                actor.person().map(person -> name(person, names)).orElse(null),
                actor.address(),
                entry.action(),
                entry.subject(),
                entry.subjectPerson().map(names::get).orElse(null),
                entry.detail());
    }

    private static @Nullable String name(PersonId person, Map<PersonId, String> names) {
        return person.equals(PersonId.LAUNCHER) ? "launcher" : names.get(person);
    }
}
