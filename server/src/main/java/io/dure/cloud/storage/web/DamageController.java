package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Damages;
import io.dure.cloud.storage.Damages.Damaged;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Objects of the organisation that its disks gave back otherwise than they were stored.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/damages")
class DamageController {
    private final Damages damages;

    DamageController(Damages damages) {
        this.damages = damages;
    }

    /// @param version none in a bucket without versions
    /// @param latest whether it is the version that a download gets
    record DamageView(
            String bucket,
            String key,
            @Nullable String version,
            boolean latest,
            long size,
            Instant foundAt) {}

    /// @param next to be sent as `after` for the next page; none on the last
    record DamagePage(List<DamageView> items, @Nullable String next) {}

    /// The latest found first.
    @GetMapping
    DamagePage list(
            Caller caller,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        var most = DamageCursors.limit(limit);
        var found = damages.page(caller, DamageCursors.read(after), most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        return new DamagePage(
                shown.stream().map(DamageController::view).toList(),
                found.size() > most ? DamageCursors.write(shown.getLast().position()) : null);
    }

    private static DamageView view(Damaged damaged) {
        return new DamageView(
                damaged.bucket(),
                damaged.key(),
                damaged.version().map(VersionId::toString).orElse(null),
                damaged.latest(),
                damaged.size(),
                damaged.foundAt());
    }
}
