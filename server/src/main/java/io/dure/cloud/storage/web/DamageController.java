package io.dure.cloud.storage.web;

import io.dure.cloud.storage.Damages;
import io.dure.cloud.storage.Damages.Damaged;
import io.dure.cloud.storage.Damages.Position;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final int MOST_LISTED = 1000;
    private static final Pattern CURSOR = Pattern.compile("([0-9T:.Z-]{20,30})_([0-9a-f-]{36})");

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
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidInputException("limit", "out-of-range", "The limit is 1 to 1000.");
        }
        var found = damages.page(caller, position(after), limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new DamagePage(
                shown.stream().map(DamageController::view).toList(),
                found.size() > limit ? cursor(shown.getLast().position()) : null);
    }

    private static String cursor(Position position) {
        return position.at() + "_" + position.body();
    }

    private static Optional<Position> position(String cursor) {
        if (cursor.isEmpty()) {
            return Optional.empty();
        }
        var parts = CURSOR.matcher(cursor);
        if (parts.matches()) {
            try {
                return Optional.of(
                        new Position(
                                Instant.parse(parts.group(1)), UUID.fromString(parts.group(2))));
            } catch (DateTimeException | IllegalArgumentException e) {
                // Reported below, as every other text that is none of ours.
            }
        }
        throw new InvalidInputException("after", "malformed", "This is no cursor of ours.");
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
