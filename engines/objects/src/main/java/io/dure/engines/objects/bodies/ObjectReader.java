package io.dure.engines.objects.bodies;

import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/// Reads an object that is made of several bodies, which nobody deletes while it is open.
public final class ObjectReader implements AutoCloseable {
    private final Bodies bodies;
    private final List<StoredBody> parts;
    private final ByteBuffer buffer;

    ObjectReader(Bodies bodies, List<StoredBody> parts, ByteBuffer buffer) {
        this.bodies = bodies;
        this.parts = parts;
        this.buffer = buffer;
    }

    /// Passes the range's bytes on in order.
    ///
    /// @throws CorruptBodyException before any byte of a damaged block was passed on
    public void read(ByteRange range, ByteSink sink) throws IOException {
        var end = range.first() + range.length();
        long start = 0;
        for (var part : parts) {
            var from = Math.max(range.first(), start);
            var to = Math.min(end, start + part.size());
            if (from < to) {
                readPart(part, new ByteRange(from - start, to - from), sink);
            }
            start += part.size();
        }
    }

    private void readPart(StoredBody part, ByteRange range, ByteSink sink) throws IOException {
        try (var reader = new BodyReader(bodies.path(part.id()), part, buffer)) {
            reader.read(range, sink);
        }
    }

    @Override
    public void close() {
        bodies.give(buffer);
        parts.forEach(part -> bodies.release(part.id()));
    }
}
