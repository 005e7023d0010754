package io.dure.engines.objects.s3;

import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.configuration.notification.EventRecord;
import io.dure.engines.objects.events.Audience;
import io.dure.engines.objects.events.Happening;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Written;
import io.dure.engines.objects.policy.Requester;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// The changes of objects that a request makes and webhooks may be told of.
final class Telling {
    private Telling() {}

    static Written creating(
            Exchange exchange,
            Event event,
            StoredObject object,
            Function<Metadata, Written> change) {
        return telling(
                exchange,
                Set.of(event),
                () -> List.of(object.key()),
                change,
                written -> List.of(Happening.created(event, object, written)));
    }

    static Written marking(Exchange exchange, Event event, Function<Metadata, Written> change) {
        var key = exchange.objectKey();
        return telling(
                exchange,
                Set.of(event),
                () -> List.of(key),
                change,
                written -> List.of(Happening.marked(event, key, written)));
    }

    static List<DeletionOutcome> deleting(
            Exchange exchange,
            List<Deletion> deletions,
            Function<Metadata, List<DeletionOutcome>> change) {
        return telling(
                exchange,
                Happening.OF_DELETIONS,
                () -> deletions.stream().map(Deletion::key).toList(),
                change,
                outcomes -> Happening.deleted(deletions, outcomes));
    }

    /// In most buckets nobody listens, and nothing is gathered.
    private static <T> T telling(
            Exchange exchange,
            Set<Event> possible,
            Supplier<List<String>> keys,
            Function<Metadata, T> change,
            Function<T, List<Happening>> happened) {
        if (exchange.rules().notification().isEmpty()) {
            return change.apply(exchange.services().metadata());
        }
        return exchange.services()
                .notifications()
                .telling(audience(exchange), possible, keys.get(), change, happened);
    }

    private static Audience audience(Exchange exchange) {
        return new Audience(
                exchange.namespace(),
                exchange.bucket(),
                exchange.rules().notification(),
                new EventRecord.Request(
                        principal(exchange.caller().requester()),
                        exchange.permissions().sourceAddress(),
                        exchange.answer().requestId()));
    }

    private static String principal(Requester requester) {
        return switch (requester) {
            case Requester.Key key -> key.accessKeyId();
            case Requester.Anonymous _ -> "Anonymous";
        };
    }
}
