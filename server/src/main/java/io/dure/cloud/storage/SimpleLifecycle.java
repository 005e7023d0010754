package io.dure.cloud.storage;

import io.dure.engines.objects.configuration.lifecycle.Expiration;
import io.dure.engines.objects.configuration.lifecycle.LifecycleConfiguration;
import io.dure.engines.objects.configuration.lifecycle.LifecycleFilter;
import io.dure.engines.objects.configuration.lifecycle.LifecycleRule;
import io.dure.engines.objects.configuration.lifecycle.LifecycleRule.Status;
import io.dure.engines.objects.configuration.lifecycle.NoncurrentExpiration;
import java.util.List;
import java.util.Optional;

/// What ends by itself in a bucket, as far as a small form can say it: one rule about everything.
///
/// @param expireDays after which current objects end
/// @param noncurrentDays after which older versions are deleted
/// @param abortDays after which uploads are given up that nobody finished
public record SimpleLifecycle(
        Optional<Integer> expireDays,
        Optional<Integer> noncurrentDays,
        Optional<Integer> abortDays) {
    public static final SimpleLifecycle NOTHING =
            new SimpleLifecycle(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String ID = "pages";

    /// @return empty if it says more than the form can
    public static Optional<SimpleLifecycle> of(LifecycleConfiguration configuration) {
        return configuration.rules().size() == 1
                ? of(configuration.rules().getFirst())
                : Optional.empty();
    }

    private static Optional<SimpleLifecycle> of(LifecycleRule rule) {
        var days =
                rule.expiration()
                        .filter(Expiration.AfterDays.class::isInstance)
                        .map(Expiration.AfterDays.class::cast)
                        .map(Expiration.AfterDays::days);
        var isSimple =
                rule.status() == Status.ENABLED
                        && coversEverything(rule.filter())
                        && days.isPresent() == rule.expiration().isPresent()
                        && rule.noncurrent().flatMap(NoncurrentExpiration::newer).isEmpty();
        return isSimple
                ? Optional.of(
                        new SimpleLifecycle(
                                days,
                                rule.noncurrent().map(NoncurrentExpiration::days),
                                rule.abortAfterDays()))
                : Optional.empty();
    }

    private static boolean coversEverything(LifecycleFilter filter) {
        return switch (filter) {
            case LifecycleFilter.Everything _ -> true;
            case LifecycleFilter.Prefix(var prefix) -> prefix.isEmpty();
            case LifecycleFilter.LegacyPrefix(var prefix) -> prefix.isEmpty();
            case LifecycleFilter.Tagged _,
                    LifecycleFilter.GreaterThan _,
                    LifecycleFilter.LessThan _,
                    LifecycleFilter.And _ ->
                    false;
        };
    }

    /// @return empty if nothing ends
    /// @throws io.dure.engines.objects.error.S3Exception InvalidArgument
    Optional<LifecycleConfiguration> configuration() {
        return equals(NOTHING)
                ? Optional.empty()
                : Optional.of(
                        new LifecycleConfiguration(
                                List.of(
                                        new LifecycleRule(
                                                ID,
                                                Status.ENABLED,
                                                new LifecycleFilter.Everything(),
                                                expireDays.map(Expiration.AfterDays::new),
                                                noncurrentDays.map(days ->
                                                        new NoncurrentExpiration(
                                                                days, Optional.empty())),
                                                abortDays))));
    }
}
