package io.dure.engines.objects.events;

import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.metadata.BucketDocument;
import io.dure.engines.objects.metadata.ConfiguredBucket;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.VersionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who hears of what a request does to a bucket's objects.
///
/// @param rules of the bucket
public record Audience(
        Namespace namespace,
        String bucket,
        Optional<NotificationConfiguration> rules,
        EventRecord.Request request) {

    public static Audience of(
            Namespace namespace, ConfiguredBucket bucket, EventRecord.Request request) {
        return new Audience(
                namespace,
                bucket.bucket().name(),
                bucket.document(BucketDocument.NOTIFICATION)
                        .map(text ->
                                NotificationConfiguration.parse(
                                        text.getBytes(StandardCharsets.UTF_8))),
                request);
    }

    /// Whether anybody would hear of one of these events of one of these keys.
    boolean listens(Set<Event> possible, Collection<String> keys) {
        return rules.isPresent()
                && keys.stream()
                        .anyMatch(key ->
                                possible.stream()
                                        .anyMatch(event ->
                                                !rules.get().targets(event, key).isEmpty()));
    }

    Stream<ObjectEvent> events(Happening happening, Instant at, String region) {
        return rules.stream()
                .flatMap(found -> found.targets(happening.event(), happening.key()).stream())
                .map(topic ->
                        new ObjectEvent(
                                topic.hook(),
                                new EventRecord(
                                        happening.event(),
                                        region,
                                        at,
                                        request,
                                        bucket,
                                        namespace.id().toString(),
                                        topic.id(),
                                        subject(happening))));
    }

    private static EventRecord.Subject subject(Happening happening) {
        return new EventRecord.Subject(
                happening.key(),
                happening.size(),
                happening.etag(),
                happening.version().map(VersionId::toString),
                Optional.empty());
    }
}
