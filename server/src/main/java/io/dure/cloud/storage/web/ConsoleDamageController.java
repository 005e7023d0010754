package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Damages;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What is damaged in the store, for the operator: figures and places, never names of objects.
@RestController
class ConsoleDamageController {
    private final Damages damages;

    ConsoleDamageController(Damages damages) {
        this.damages = damages;
    }

    /// @param objects versions of objects
    /// @param latestAt when the latest was found
    record TenantDamages(
            TenantId id, String shortName, String name, long objects, Instant latestAt) {}

    /// @param place in hexadecimal: the first twelve digits name a segment, all of them a file
    /// @param seenAt when the scrub came by last
    record UnreadablePlace(String place, String reason, Instant foundAt, Instant seenAt) {}

    record StoreDamages(List<TenantDamages> organisations, List<UnreadablePlace> unreadable) {}

    /// The first 1000 organisations with damages, those with the most first, and the latest 1000
    /// places of which nobody can tell any more whose they are.
    @GetMapping("/api/console/damages")
    StoreDamages list(Caller caller) {
        return new StoreDamages(
                damages.byOrganisation(caller).stream()
                        .map(count ->
                                new TenantDamages(
                                        count.organisation().id(),
                                        count.organisation().shortName(),
                                        count.organisation().name(),
                                        count.objects(),
                                        count.latestAt()))
                        .toList(),
                damages.unreadable(caller).stream()
                        .map(each ->
                                new UnreadablePlace(
                                        each.place(), each.reason(), each.foundAt(), each.seenAt()))
                        .toList());
    }
}
