package io.dure.cloud.storage.web;

import io.dure.cloud.storage.BucketSettings;
import io.dure.cloud.storage.BucketSettings.Encryption;
import io.dure.cloud.storage.BucketSettings.Replacing;
import io.dure.cloud.storage.BucketSettings.Settings;
import io.dure.cloud.storage.SimpleLifecycle;
import io.dure.cloud.storage.StorageCapabilities;
import io.dure.cloud.storage.web.BucketSettingsView.EventRule;
import io.dure.cloud.storage.web.BucketSettingsView.PublicAccess;
import io.dure.cloud.storage.web.BucketSettingsView.TagView;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.configuration.tagging.Tag;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.platform.problem.Version;
import io.dure.platform.tenancy.Caller;
import io.dure.platform.tenancy.PartOf;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a bucket is configured by. It is one thing with one version; its parts are put one by one.
@RestController
@PartOf(StorageCapabilities.PRODUCT)
@RequestMapping("/api/o/{org}/storage/buckets/{bucket}/settings")
class BucketSettingsController {
    private final BucketSettings settings;

    BucketSettingsController(BucketSettings settings) {
        this.settings = settings;
    }

    /// @param versioning ENABLED or SUSPENDED
    record VersioningChange(Versioning versioning) {}

    /// What is absent ends never.
    ///
    /// @param replacesAll whether rules may go that say more than this
    record LifecycleChange(
            @Nullable Integer expireDays,
            @Nullable Integer noncurrentDays,
            @Nullable Integer abortDays,
            boolean replacesAll) {}

    /// @param bucket where requests are written down; none for nowhere
    record LoggingChange(@Nullable String bucket, @Nullable String prefix) {}

    record EncryptionChange(boolean said) {}

    record TagsChange(List<TagView> tags) {}

    /// @param policy JSON; none to take it away
    record PolicyChange(@Nullable String policy) {}

    record NotificationsChange(List<EventRule> rules) {}

    @GetMapping
    ResponseEntity<BucketSettingsView> get(Caller caller, @PathVariable String bucket) {
        return answer(settings.read(caller, bucket));
    }

    @PutMapping("/versioning")
    ResponseEntity<BucketSettingsView> putVersioning(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody VersioningChange body) {
        return answer(
                settings.setVersioning(caller, bucket, Version.of(ifMatch), body.versioning()));
    }

    @PutMapping("/lifecycle")
    ResponseEntity<BucketSettingsView> putLifecycle(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LifecycleChange body) {
        return answer(
                settings.setLifecycle(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        new SimpleLifecycle(
                                Optional.ofNullable(body.expireDays()),
                                Optional.ofNullable(body.noncurrentDays()),
                                Optional.ofNullable(body.abortDays())),
                        body.replacesAll() ? Replacing.EVERYTHING : Replacing.SIMPLE_ONLY));
    }

    @PutMapping("/public-access")
    ResponseEntity<BucketSettingsView> putPublicAccess(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PublicAccess body) {
        return answer(
                settings.setPublicAccess(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        new PublicAccessBlock(
                                body.blockPublicAcls(),
                                body.ignorePublicAcls(),
                                body.blockPublicPolicy(),
                                body.restrictPublicBuckets())));
    }

    @PutMapping("/logging")
    ResponseEntity<BucketSettingsView> putLogging(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody LoggingChange body) {
        return answer(
                settings.setLogging(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        Optional.ofNullable(body.bucket()),
                        body.prefix() == null ? "" : body.prefix()));
    }

    @PutMapping("/encryption")
    ResponseEntity<BucketSettingsView> putEncryption(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody EncryptionChange body) {
        return answer(
                settings.setEncryption(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        body.said() ? Encryption.SAID : Encryption.UNSAID));
    }

    /// Puts at most 50 tags in the place of those there are.
    @PutMapping("/tags")
    ResponseEntity<BucketSettingsView> putTags(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TagsChange body) {
        return answer(
                settings.setTags(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        () ->
                                body.tags().stream()
                                        .map(tag -> new Tag(tag.key(), tag.value()))
                                        .toList()));
    }

    /// Puts a policy of at most 20 KiB; one that is wrong is refused with the line where it is.
    @PutMapping("/policy")
    ResponseEntity<BucketSettingsView> putPolicy(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody PolicyChange body) {
        return answer(
                settings.setPolicy(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        Optional.ofNullable(body.policy()).filter(text -> !text.isBlank())));
    }

    /// Puts at most 100 rules in the place of those there are.
    @PutMapping("/notifications")
    ResponseEntity<BucketSettingsView> putNotifications(
            Caller caller,
            @PathVariable String bucket,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NotificationsChange body) {
        return answer(
                settings.setNotifications(
                        caller,
                        bucket,
                        Version.of(ifMatch),
                        () -> body.rules().stream().map(EventRule::topic).toList()));
    }

    private static ResponseEntity<BucketSettingsView> answer(Settings settings) {
        return ResponseEntity.ok()
                .eTag(Version.etag(settings.version()))
                .body(BucketSettingsView.of(settings));
    }
}
