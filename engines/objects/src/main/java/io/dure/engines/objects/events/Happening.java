package io.dure.engines.objects.events;

import io.dure.engines.objects.configuration.notification.Event;
import io.dure.engines.objects.metadata.Deletion;
import io.dure.engines.objects.metadata.DeletionOutcome;
import io.dure.engines.objects.metadata.DeletionOutcome.Deleted;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that happened to an object.
///
/// @param size in bytes, of one that was created
/// @param etag without quotes, of one that was created
/// @param version in a bucket with versions
public record Happening(
        Event event,
        String key,
        Optional<Long> size,
        Optional<String> etag,
        Optional<VersionId> version) {
    /// What deletions of clients can be.
    public static final Set<Event> OF_DELETIONS =
            Set.of(Event.REMOVED_DELETE, Event.REMOVED_DELETE_MARKER_CREATED);

    /// What came of deletions, in the order of these; of one that was refused, nothing.
    public static List<Happening> deleted(
            List<Deletion> deletions, List<DeletionOutcome> outcomes) {
        var happened = new ArrayList<Happening>();
        for (var at = 0; at < outcomes.size(); at++) {
            if (outcomes.get(at) instanceof Deleted deleted) {
                var deletion = deletions.get(at);
                var event =
                        deleted.isMarker() && deletion.version().isEmpty()
                                ? Event.REMOVED_DELETE_MARKER_CREATED
                                : Event.REMOVED_DELETE;
                happened.add(removed(event, deletion.key(), deleted.version()));
            }
        }
        return happened;
    }

    /// An object was created.
    public static Happening created(Event event, StoredObject object, Written written) {
        return new Happening(
                event,
                object.key(),
                Optional.of(object.size()),
                Optional.of(object.etag()),
                version(written));
    }

    /// An object was changed in what is not its bytes.
    public static Happening marked(Event event, String key, Written written) {
        return new Happening(event, key, Optional.empty(), Optional.empty(), version(written));
    }

    /// An object, or a version of it, is gone.
    public static Happening removed(Event event, String key, Optional<VersionId> version) {
        return new Happening(event, key, Optional.empty(), Optional.empty(), version);
    }

    private static Optional<VersionId> version(Written written) {
        return written.versioning() == Versioning.NEVER
                ? Optional.empty()
                : Optional.of(written.version());
    }
}
