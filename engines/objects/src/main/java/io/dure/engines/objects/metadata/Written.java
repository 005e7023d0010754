package io.dure.engines.objects.metadata;

import java.util.List;

/// An object that was put.
///
/// @param versioning of the bucket at that time
/// @param version that the object has
/// @param unreferenced bodies that nothing refers to any more
public record Written(Versioning versioning, VersionId version, List<StoredBody> unreferenced) {
    public Written {
        unreferenced = List.copyOf(unreferenced);
    }
}
