package io.dure.engines.objects.notes;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.BodyWriter;
import io.dure.engines.objects.description.Description.OfObject;
import io.dure.engines.objects.metadata.Metadata;
import io.dure.engines.objects.metadata.Namespace;
import io.dure.engines.objects.metadata.StoredObject;
import io.dure.engines.objects.metadata.Unforced;
import io.dure.engines.objects.metadata.VersionId;
import io.dure.engines.objects.metadata.Versioning;
import io.dure.engines.objects.metadata.Written;
import java.io.IOException;
import java.util.List;

/// An object whose bytes were written, and what came of it.
public record Storing(StoredObject object, Written written) {
    /// How the metadata come to name an object.
    public interface Naming {
        /// @param bytes as [Metadata#put] takes them
        Written put(StoredObject object, Unforced bytes);
    }

    /// Makes a body that was written an object, in its turn: so that it says which version it is,
    /// and that its number says after which others it came.
    ///
    /// @param described with the version that it is to have if the bucket has versions
    /// @param naming has the metadata name it
    /// @throws io.dure.engines.objects.error.S3Exception as [Metadata#put] does
    public static Storing put(
            Bodies bodies,
            Metadata metadata,
            Namespace namespace,
            BodyWriter writer,
            OfObject described,
            Naming naming)
            throws IOException {
        var bucket = described.bucket();
        try (var _ = bodies.turns().in(namespace, bucket).at(List.of(described.key()))) {
            var isEnabled = metadata.versioning(namespace, bucket) == Versioning.ENABLED;
            var bytes = writer.end(isEnabled ? described : described.withVersion(VersionId.NULL));
            var object = StoredObject.of(described, writer.body());
            var written = writer.commit(() -> naming.put(object, bytes));
            bodies.delete(written.unreferenced());
            return new Storing(object, written);
        }
    }
}
