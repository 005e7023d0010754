package io.dure.engines.objects.metadata;

import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description.OfObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// An object as it was acknowledged.
///
/// @param key up to 1,024 bytes of UTF-8, verbatim
/// @param etag without quotes: MD5 in hex, and `-N` behind it for a multipart object
/// @param checksum the one the client chose, if it did
/// @param bodies in order; one, or one for each part of a multipart object; behind them notes about
///   it, which are of no bytes: a multipart object's manifest, then what its marks were changed to
public record StoredObject(
        String key,
        VersionId version,
        long size,
        String etag,
        Instant lastModified,
        Attributes attributes,
        Optional<Checksum> checksum,
        Encryption encryption,
        Marks marks,
        List<StoredBody> bodies)
        implements ObjectVersion {
    private static final Pattern PART_COUNT = Pattern.compile("\\d{1,5}");

    public StoredObject {
        bodies = List.copyOf(bodies);
    }

    /// One that nothing special was asked for.
    public StoredObject(
            String key,
            long size,
            String etag,
            Instant lastModified,
            Attributes attributes,
            Optional<Checksum> checksum,
            List<StoredBody> bodies) {
        this(
                key,
                VersionId.NULL,
                size,
                etag,
                lastModified,
                attributes,
                checksum,
                Encryption.NONE,
                Marks.NONE,
                bodies);
    }

    /// An object of one body, as the body describes it.
    public static StoredObject of(OfObject description, StoredBody body) {
        return new StoredObject(
                description.key(),
                description.version(),
                body.size(),
                description.etag(),
                description.lastModified(),
                description.attributes(),
                description.checksum(),
                description.encryption(),
                description.marks(),
                List.of(body));
    }

    public StoredObject withVersion(VersionId other) {
        return new StoredObject(
                key,
                other,
                size,
                etag,
                lastModified,
                attributes,
                checksum,
                encryption,
                marks,
                bodies);
    }

    public StoredObject withMarks(Marks others) {
        return new StoredObject(
                key,
                version,
                size,
                etag,
                lastModified,
                attributes,
                checksum,
                encryption,
                others,
                bodies);
    }

    public StoredObject withBodies(List<StoredBody> others) {
        return new StoredObject(
                key,
                version,
                size,
                etag,
                lastModified,
                attributes,
                checksum,
                encryption,
                marks,
                others);
    }

    /// Whether it was uploaded in parts.
    public boolean isMultipart() {
        return etag.indexOf('-') >= 0;
    }

    /// The bodies that its bytes are in: all but the notes.
    public List<StoredBody> contents() {
        var count = bodies.size();
        while (count > mostContents() && bodies.get(count - 1).size() == 0) {
            count--;
        }
        return bodies.subList(0, count);
    }

    /// The ETag of a multipart object says of how many parts it is made.
    private int mostContents() {
        var count = etag.substring(etag.lastIndexOf('-') + 1);
        return isMultipart() && PART_COUNT.matcher(count).matches() ? Integer.parseInt(count) : 1;
    }

    /// The note of which parts it is made.
    ///
    /// @return empty if it was not uploaded in parts, or before there were notes
    public Optional<StoredBody> manifest() {
        var parts = contents().size();
        return isMultipart() && parts < bodies.size()
                ? Optional.of(bodies.get(parts))
                : Optional.empty();
    }

    /// The notes of its marks, of which there is one if they were changed since it was stored.
    public List<StoredBody> marksNotes() {
        var unchanged = contents().size() + (isMultipart() ? 1 : 0);
        return bodies.subList(Math.min(unchanged, bodies.size()), bodies.size());
    }

    /// With this note in the place of those of its marks.
    public StoredObject withMarksNote(StoredBody note) {
        var others = new ArrayList<>(bodies.subList(0, bodies.size() - marksNotes().size()));
        others.add(note);
        return withBodies(others);
    }
}
