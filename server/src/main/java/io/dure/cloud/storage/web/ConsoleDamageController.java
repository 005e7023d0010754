package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Damages;
import io.dure.cloud.storage.Damages.OrganisationPosition;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is damaged in the store, for the operator: figures and places, never names of objects.
@RestController
@RequestMapping("/api/console")
class ConsoleDamageController {
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,18})_([0-9a-f-]{36})");

    private final Damages damages;

    ConsoleDamageController(Damages damages) {
        this.damages = damages;
    }

    /// @param objects versions of objects
    /// @param latestAt when the latest was found
    record TenantDamages(
            TenantId id, String shortName, String name, long objects, Instant latestAt) {}

    /// @param next to be sent as `after` for the next page; none on the last
    record TenantDamagesPage(List<TenantDamages> items, @Nullable String next) {}

    /// @param place in hexadecimal: the first twelve digits name a segment, all of them a file
    /// @param seenAt when the scrub came by last
    record UnreadablePlace(String place, String reason, Instant foundAt, Instant seenAt) {}

    /// @param next to be sent as `after` for the next page; none on the last
    record UnreadablePlaces(List<UnreadablePlace> items, @Nullable String next) {}

    /// What is damaged of one organisation.
    ///
    /// @param objects versions of objects
    /// @param latestAt when the latest was found; none where nothing is
    record DamagesOfTenant(long objects, @Nullable Instant latestAt) {}

    /// Organisations with damages, those with the most first.
    @GetMapping("/damages")
    TenantDamagesPage list(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        var page = damages.byOrganisation(caller, position(after), DamageCursors.limit(limit));
        return new TenantDamagesPage(
                page.counts().stream().map(ConsoleDamageController::view).toList(),
                page.next().map(next -> next.bodies() + "_" + next.tenant().value()).orElse(null));
    }

    private static TenantDamages view(Damages.Count count) {
        return new TenantDamages(
                count.organisation().id(),
                count.organisation().shortName(),
                count.organisation().name(),
                count.objects(),
                count.latestAt());
    }

    private static Optional<OrganisationPosition> position(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        var parts = CURSOR.matcher(cursor);
        if (parts.matches()) {
            try {
                return Optional.of(
                        new OrganisationPosition(
                                Long.parseLong(parts.group(1)),
                                new TenantId(UUID.fromString(parts.group(2)))));
            } catch (IllegalArgumentException e) {
                // Reported below, as every other text that is none of ours.
            }
        }
        throw new InvalidInputException("after", "malformed", "This is no cursor of ours.");
    }

    /// How much is damaged of an organisation.
    @GetMapping("/organisations/{id}/damages")
    DamagesOfTenant of(Caller caller, @PathVariable UUID id) {
        return damages.of(caller, new TenantId(id))
                .map(count -> new DamagesOfTenant(count.objects(), count.latestAt()))
                .orElseGet(() -> new DamagesOfTenant(0, null));
    }

    /// Places of which nobody can tell any more whose they are, the latest found first.
    @GetMapping("/damages/unreadable")
    UnreadablePlaces unreadable(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        var most = DamageCursors.limit(limit);
        var found = damages.unreadable(caller, DamageCursors.read(after), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new UnreadablePlaces(
                shown.stream()
                        .map(each ->
                                new UnreadablePlace(
                                        each.place(), each.reason(), each.foundAt(), each.seenAt()))
                        .toList(),
                found.size() > most ? DamageCursors.write(shown.getLast().position()) : null);
    }
}
