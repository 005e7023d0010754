package io.dure.engines.objects.lifecycle;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.configuration.lifecycle.LifecycleConfiguration;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.events.Audience;
import io.dure.engines.objects.events.Notifications;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Ends the objects, versions and uploads of a bucket that its lifecycle ends. A run does a bounded
/// number of things, a page at a time with rests between, and says where the next one goes on. Two
/// at once do no harm: whatever one of them ended, or a client replaced, is not as the other saw
/// it.
public final class Lifecycle {
    /// Who asked, of what ends by itself.
    private static final EventRecord.Request REQUEST =
            new EventRecord.Request("s3.amazonaws.com", "s3.amazonaws.com", "");

    private final Metadata metadata;
    private final Bodies bodies;
    private final Notifications notifications;
    private final Duration rest;
    private final InstantSource clock;

    /// @param rest between two pages, so that others get their turn
    public Lifecycle(
            Metadata metadata,
            Bodies bodies,
            Notifications notifications,
            Duration rest,
            InstantSource clock) {
        this.metadata = metadata;
        this.bodies = bodies;
        this.notifications = notifications;
        this.rest = rest;
        this.clock = clock;
    }

    /// What a run did.
    ///
    /// @param ended how many objects, versions and uploads
    /// @param after the key after which the next run goes on; empty once the bucket is through
    public record Run(int ended, Optional<String> after) {}

    /// @param after the key after which to go on, or empty to begin
    /// @throws io.dure.engines.objects.error.S3Exception NoSuchBucket
    public Run run(Namespace namespace, String bucket, String after) {
        var configured = metadata.configured(namespace, bucket);
        return configured
                .document(BucketDocument.LIFECYCLE)
                .map(text -> LifecycleConfiguration.parse(text.getBytes(StandardCharsets.UTF_8)))
                .map(rules ->
                        new BucketRun(
                                        services(),
                                        Audience.of(namespace, configured, REQUEST),
                                        rules)
                                .run(after))
                .orElseGet(() -> new Run(0, Optional.empty()));
    }

    /// What a run works with.
    record Services(
            Metadata metadata,
            Bodies bodies,
            Notifications notifications,
            Duration rest,
            InstantSource clock) {}

    private Services services() {
        return new Services(metadata, bodies, notifications, rest, clock);
    }
}
