package io.dure.cloud.storage;

import io.dure.engines.objects.metadata.StoredBody;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Bodies of an object as the pair of array columns that keeps them.
final class BodyArrays {
    private BodyArrays() {}

    static UUID[] ids(List<StoredBody> bodies) {
        return bodies.stream().map(StoredBody::id).toArray(UUID[]::new);
    }

    static Long[] sizes(List<StoredBody> bodies) {
        return bodies.stream().map(StoredBody::size).toArray(Long[]::new);
    }

    /// As PostgreSQL writes an array, for arrays of arrays of different lengths.
    static String idText(List<StoredBody> bodies) {
        return bodies.stream()
                .map(body -> body.id().toString())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String sizeText(List<StoredBody> bodies) {
        return bodies.stream()
                .map(body -> Long.toString(body.size()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    static List<StoredBody> read(UUID @Nullable [] ids, Long @Nullable [] sizes) {
        var bodies = new ArrayList<StoredBody>();
        for (var at = 0; ids != null && sizes != null && at < ids.length; at++) {
            bodies.add(new StoredBody(ids[at], sizes[at]));
        }
        return bodies;
    }
}
