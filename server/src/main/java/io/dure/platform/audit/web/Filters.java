package io.dure.platform.audit.web;

import io.dure.platform.audit.EntryFilter;
import io.dure.platform.tenancy.PersonId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The query parameters that narrow a trail down.
///
/// @param actor a person's id
/// @param action exactly this act, or all of a module: `people.`
/// @param subject exactly this, `kind:id`
/// @param from RFC 3339, included
/// @param to RFC 3339, excluded
record Filters(
        @Nullable UUID actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    EntryFilter filter() {
        return new EntryFilter(
                Optional.ofNullable(actor).map(PersonId::new),
                Optional.ofNullable(action).filter(text -> !text.isEmpty()),
                Optional.ofNullable(subject).filter(text -> !text.isEmpty()),
                Optional.ofNullable(from).map(Filters::kept),
                Optional.ofNullable(to).map(Filters::kept));
    }

    /// The nearest moment that the database has: there is no entry before or after it.
    private static Instant kept(Instant moment) {
        return moment.isBefore(Instant.EPOCH)
                ? Instant.EPOCH
                : moment.isAfter(LATEST) ? LATEST : moment;
    }
}
