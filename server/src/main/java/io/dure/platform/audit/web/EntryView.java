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
record EntryView(
        UUID id,
        Instant at,
        Actor.Kind actorKind,
        @Nullable PersonId actor,
        @Nullable String actorName,
        String address,
        String action,
        String subject,
        Map<String, String> detail) {
    static EntryView of(Entry entry, Map<PersonId, String> names) {
        var actor = entry.actor();
        return new EntryView(
                entry.id(),
                entry.at(),
                actor.kind(),
                actor.person().orElse(null),
                actor.person().map(names::get).orElse(null),
                actor.address(),
                entry.action(),
                entry.subject(),
                entry.detail());
    }
}
