package io.dure.engines.objects.configuration.notification;

import io.dure.engines.objects.error.S3Error;
import io.dure.engines.objects.error.S3Exception;
import java.util.Arrays;
import java.util.Set;

/// Which events are told: one, or with `*` all of one kind.
///
/// @param id `s3:ObjectCreated:Put`, `s3:ObjectCreated:*`
public record EventSelector(String id) {
    /// What S3 tells of and never happens here. The end of the name is left out.
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "s3:ReducedRedundancyLostObject",
                    "s3:Replication:",
                    "s3:ObjectRestore:",
                    "s3:LifecycleTransition",
                    "s3:IntelligentTiering",
                    "s3:ObjectAnnotation:");

    /// @throws S3Exception InvalidArgument; NotImplemented for events that never happen here
    public EventSelector {
        if (ELSEWHERE.stream().anyMatch(id::startsWith)) {
            throw new S3Exception(S3Error.NOT_IMPLEMENTED);
        }
        if (!isKnown(id)) {
            throw S3Exception.argument(
                    "Event", id, "A specified event is not supported for notifications.");
        }
    }

    private static boolean isKnown(String id) {
        return Arrays.stream(Event.values())
                .anyMatch(event -> event.id().equals(id) || kind(event).equals(id));
    }

    private static String kind(Event event) {
        return event.id().substring(0, event.id().lastIndexOf(':') + 1) + "*";
    }

    public boolean matches(Event event) {
        return event.id().equals(id) || kind(event).equals(id);
    }

    /// Whether there is an event that both match.
    boolean overlaps(EventSelector other) {
        return Arrays.stream(Event.values())
                .anyMatch(event -> matches(event) && other.matches(event));
    }
}
