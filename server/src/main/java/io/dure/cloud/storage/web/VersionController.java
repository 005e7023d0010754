package io.dure.cloud.storage.web;

import io.dure.cloud.storage.ObjectVersions;
import io.dure.cloud.storage.ObjectVersions.Shown;
import io.dure.cloud.storage.ObjectVersions.Versions;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.platform.problem.InvalidInputException;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a bucket keeps of what was overwritten and deleted.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/buckets/{bucket}")
class VersionController {
    private static final int MOST_LISTED = 1000;

    private final ObjectVersions versions;

    VersionController(ObjectVersions versions) {
        this.versions = versions;
    }

    /// @param version `null` for what was stored while the bucket kept no versions
    /// @param latest whether it is the one that a download gets
    /// @param deleted whether it is a mark only, that the object was deleted
    /// @param locked whether it must not be deleted
    /// @param lockedUntil when that ends by itself; none if it does not
    record VersionView(
            String key,
            String version,
            boolean latest,
            boolean deleted,
            long size,
            Instant modifiedAt,
            boolean locked,
            @Nullable Instant lockedUntil) {}

    /// @param folders what keys share up to the next slash
    /// @param next to be sent as `after` for the next page; none on the last
    /// @param nextVersion to be sent with it as `afterVersion`
    record VersionPage(
            List<VersionView> items,
            List<String> folders,
            @Nullable String next,
            @Nullable String nextVersion) {}

    /// @param version that it became; `null` in a bucket that keeps none any more
    record RestoredView(String key, String version) {}

    /// By key, the newest version of a key first.
    @GetMapping("/versions")
    VersionPage browse(
            Caller caller,
            @PathVariable String bucket,
            @RequestParam(defaultValue = "") String prefix,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String afterVersion,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new InvalidInputException("limit", "out-of-range", "The limit is 1 to 1000.");
        }
        return view(
                versions.browse(
                        caller,
                        bucket,
                        prefix,
                        after,
                        VersionIds.parse("afterVersion", afterVersion),
                        limit));
    }

    /// Puts what a version holds above all others of its key, as a new one.
    ///
    /// @param version left out: the one that was stored while the bucket kept no versions
    @PostMapping("/versions/restore")
    RestoredView restore(
            Caller caller,
            @PathVariable String bucket,
            @RequestParam String key,
            @RequestParam(defaultValue = "null") String version)
            throws IOException {
        var named = VersionIds.parse("version", version).orElse(VersionId.NULL);
        var restored = versions.restore(caller, bucket, key, named);
        return new RestoredView(restored.key(), restored.version().toString());
    }

    private static VersionPage view(Versions page) {
        return new VersionPage(
                page.versions().stream().map(VersionController::view).toList(),
                page.folders(),
                page.hasMore() ? page.last() : null,
                page.hasMore() ? lastVersion(page) : null);
    }

    /// @return none if the page ends with a folder
    private static @Nullable String lastVersion(Versions page) {
        return page.versions().stream()
                .map(Shown::version)
                .filter(version -> version.key().equals(page.last()))
                .reduce((_, later) -> later)
                .map(version -> version.version().toString())
                .orElse(null);
    }

    private static VersionView view(Shown shown) {
        var version = shown.version();
        return new VersionView(
                version.key(),
                version.version().toString(),
                version.isLatest(),
                version.isMarker(),
                version.size(),
                version.lastModified(),
                shown.lock().isPresent(),
                shown.lock().flatMap(ObjectVersions.Lock::until).orElse(null));
    }
}
