package io.dure.engines.objects.s3;

import io.dure.engines.objects.bodies.Bodies;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.checksum.Checksum;
import io.dure.engines.objects.description.Description;
import io.dure.engines.objects.description.Description.ListedPart;
import io.dure.engines.objects.description.Description.OfManifest;
import io.dure.engines.objects.description.Description.OfPart;
import io.dure.engines.objects.metadata.StoredBody;
import io.dure.engines.objects.metadata.StoredObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What is known of the parts of a finished object. Its row names their bodies alone: the rest is
/// read from the store, where it was noted for whoever makes the rows anew.
final class PartsOfObject {
    private PartsOfObject() {}

    /// The checksum of one part's bytes, of the algorithm that the object's checksum has.
    static Optional<Checksum> checksum(Bodies bodies, StoredObject object, StoredBody part)
            throws IOException {
        if (object.checksum().isEmpty()) {
            return Optional.empty();
        }
        return describe(bodies, part)
                .filter(OfPart.class::isInstance)
                .flatMap(described -> ((OfPart) described).checksum())
                .filter(sum -> sum.algorithm() == object.checksum().get().algorithm());
    }

    /// All of them, in order.
    ///
    /// @return empty if that was not noted, or cannot be read any more
    static List<ListedPart> listed(Bodies bodies, StoredObject object) throws IOException {
        var manifest = object.manifest();
        return manifest.isPresent()
                        && describe(bodies, manifest.get()).orElse(null) instanceof OfManifest noted
                        && noted.parts().size() == object.contents().size()
                ? noted.parts()
                : List.of();
    }

    /// A damaged note is the scrub's to report: the bytes that it tells of may be whole.
    private static Optional<Description> describe(Bodies bodies, StoredBody body)
            throws IOException {
        try {
            return bodies.describe(body);
        } catch (CorruptBodyException e) {
            return Optional.empty();
        }
    }
}
