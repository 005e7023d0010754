package io.dure.cloud.storage.web;

import io.dure.cloud.storage.BucketSettings.Settings;
import io.dure.cloud.storage.SimpleLifecycle;
import io.dure.engines.objects.configuration.BucketLogging;
import io.dure.engines.objects.configuration.PublicAccessBlock;
import io.dure.engines.objects.configuration.lock.DefaultRetention;
import io.dure.engines.objects.configuration.lock.RetentionMode;
import io.dure.engines.objects.configuration.lock.RetentionPeriod;
import io.dure.engines.objects.configuration.notification.EventSelector;
import io.dure.engines.objects.configuration.notification.HookName;
import io.dure.engines.objects.configuration.notification.KeyFilter;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.configuration.notification.TopicConfiguration;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Versioning;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a bucket is configured by.
///
/// @param objectLock whether versions can be locked, which nothing takes back
/// @param retention of what is stored without a word about it; none if nothing is
/// @param lifecycle what ends by itself; none if the rules say more than this can
/// @param lifecycleText the rules as they are kept, where they say more
/// @param logging where requests are written down, if they are
/// @param saysEncrypted whether answers say so of objects which nobody asked to be encrypted
/// @param policy JSON, if there is one
record BucketSettingsView(
        Versioning versioning,
        boolean objectLock,
        @Nullable RetentionView retention,
        @Nullable LifecycleView lifecycle,
        @Nullable String lifecycleText,
        PublicAccess publicAccess,
        @Nullable LoggingView logging,
        boolean saysEncrypted,
        List<TagView> tags,
        @Nullable String policy,
        List<EventRule> notifications) {

    /// For so many days or years, one of the two.
    record RetentionView(RetentionMode mode, @Nullable Integer days, @Nullable Integer years) {
        static RetentionView of(DefaultRetention retention) {
            return switch (retention.period()) {
                case RetentionPeriod.Days(var days) ->
                        new RetentionView(retention.mode(), days, null);
                case RetentionPeriod.Years(var years) ->
                        new RetentionView(retention.mode(), null, years);
            };
        }
    }

    /// What is absent ends never.
    ///
    /// @param expireDays after which current objects end
    /// @param noncurrentDays after which older versions are deleted
    /// @param abortDays after which uploads are given up that nobody finished
    record LifecycleView(
            @Nullable Integer expireDays,
            @Nullable Integer noncurrentDays,
            @Nullable Integer abortDays) {
        static LifecycleView of(SimpleLifecycle lifecycle) {
            return new LifecycleView(
                    lifecycle.expireDays().orElse(null),
                    lifecycle.noncurrentDays().orElse(null),
                    lifecycle.abortDays().orElse(null));
        }
    }

    /// What of public access the bucket refuses, by S3's names.
    record PublicAccess(
            boolean blockPublicAcls,
            boolean ignorePublicAcls,
            boolean blockPublicPolicy,
            boolean restrictPublicBuckets) {
        static PublicAccess of(PublicAccessBlock block) {
            return new PublicAccess(
                    block.blockPublicAcls(),
                    block.ignorePublicAcls(),
                    block.blockPublicPolicy(),
                    block.restrictPublicBuckets());
        }
    }

    record LoggingView(String bucket, String prefix) {
        static LoggingView of(BucketLogging.Target target) {
            return new LoggingView(target.bucket(), target.prefix());
        }
    }

    record TagView(String key, String value) {}

    /// Which events a webhook is told of.
    ///
    /// @param id unique in the bucket; one is made if there is none
    /// @param hook the webhook's name
    /// @param events by S3's names, `s3:ObjectCreated:*`
    /// @param prefix of the keys that it is told of
    /// @param suffix of these keys
    record EventRule(
            @Nullable String id,
            String hook,
            List<String> events,
            @Nullable String prefix,
            @Nullable String suffix) {
        static EventRule of(TopicConfiguration topic) {
            return new EventRule(
                    topic.id(),
                    topic.hook().name(),
                    topic.events().stream().map(EventSelector::id).toList(),
                    topic.filter().prefix().orElse(null),
                    topic.filter().suffix().orElse(null));
        }

        /// @throws io.dure.engines.objects.error.S3Exception InvalidArgument
        TopicConfiguration topic() {
            return new TopicConfiguration(
                    id == null || id.isEmpty() ? UUID.randomUUID().toString() : id,
                    new HookName(hook),
                    events.stream().map(EventSelector::new).toList(),
                    new KeyFilter(given(prefix), given(suffix)));
        }

        private static Optional<String> given(@Nullable String text) {
            return Optional.ofNullable(text).filter(some -> !some.isEmpty());
        }
    }

    static BucketSettingsView of(Settings settings) {
        var rules = settings.rules();
        var lifecycle = settings.lifecycle();
        return new BucketSettingsView(
                rules.bucket().versioning(),
                rules.bucket().objectLock(),
                rules.retention().map(RetentionView::of).orElse(null),
                lifecycle.map(LifecycleView::of).orElse(null),
                lifecycle.isPresent()
                        ? null
                        : settings.configured().document(BucketDocument.LIFECYCLE).orElse(null),
                PublicAccess.of(rules.block()),
                rules.logging().map(LoggingView::of).orElse(null),
                rules.encrypts(),
                settings.tags().stream().map(tag -> new TagView(tag.key(), tag.value())).toList(),
                settings.configured().document(BucketDocument.POLICY).orElse(null),
                rules
                        .notification()
                        .map(NotificationConfiguration::topics)
                        .orElse(List.of())
                        .stream()
                        .map(EventRule::of)
                        .toList());
    }
}
