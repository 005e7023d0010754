package io.dure.engines.objects.events;

import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.notification.EventMessage;
import io.dure.engines.objects.configuration.notification.NotificationConfiguration;
import io.dure.engines.objects.configuration.notification.TopicConfiguration;
import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Makes changes of which webhooks may have to be told. Where nobody listens, which is known before
/// the change, it is made as ever and costs nothing more.
public final class Notifications {
    private final Metadata metadata;
    private final ObjectEvents events;
    private final InstantSource clock;
    private final String region;

    /// @param region that buckets say they are in
    public Notifications(
            Metadata metadata, ObjectEvents events, InstantSource clock, String region) {
        this.metadata = metadata;
        this.events = events;
        this.clock = clock;
        this.region = region;
    }

    /// Makes a change, and has it told in the same transaction.
    ///
    /// @param possible events that it may be
    /// @param keys of the objects that it may be about
    /// @param change one call of the metadata that it is given
    /// @param happened what it turned out to be
    public <T> T telling(
            Audience audience,
            Set<Event> possible,
            Collection<String> keys,
            Function<Metadata, T> change,
            Function<T, List<Happening>> happened) {
        if (!audience.listens(possible, keys)) {
            return change.apply(metadata);
        }
        return metadata.together(
                audience.namespace(),
                audience.bucket(),
                keys,
                change,
                made -> tell(audience, happened.apply(made)));
    }

    private void tell(Audience audience, List<Happening> happened) {
        var now = clock.instant();
        var told =
                happened.stream()
                        .flatMap(happening -> audience.events(happening, now, region))
                        .toList();
        if (!told.isEmpty()) {
            events.tell(audience.namespace(), told);
        }
    }

    /// Tells all webhooks of a configuration, which a bucket is to have, that they will hear of it.
    ///
    /// @throws S3Exception InvalidArgument if one of them is not there
    public void introduce(
            Namespace namespace,
            String bucket,
            NotificationConfiguration configuration,
            String requestId) {
        var hooks =
                configuration.topics().stream().map(TopicConfiguration::hook).distinct().toList();
        if (!hooks.stream().allMatch(hook -> events.knows(namespace, hook))) {
            throw new S3Exception(
                    S3Error.INVALID_ARGUMENT,
                    "Unable to validate the following destination configurations");
        }
        var message = EventMessage.test(bucket, clock.instant(), requestId);
        hooks.forEach(hook -> events.send(namespace, hook, message));
    }
}
