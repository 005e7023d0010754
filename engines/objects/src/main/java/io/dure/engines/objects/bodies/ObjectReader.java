package io.dure.engines.objects.bodies;

import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an object that is made of several bodies, which nobody deletes while it is open.
public final class ObjectReader implements AutoCloseable {
    private final Bodies bodies;
    private final List<StoredBody> parts;
    private final ByteBuffer buffer;
    private @Nullable BodyReader first;

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
        for (var number = 0; number < parts.size(); number++) {
            var part = parts.get(number);
            var from = Math.max(range.first(), start);
            var to = Math.min(end, start + part.size());
            if (from < to) {
                readPart(number, new ByteRange(from - start, to - from), sink);
            }
            start += part.size();
        }
    }

    private void readPart(int number, ByteRange range, ByteSink sink) throws IOException {
        try (var reader = open(number)) {
            reader.read(range, sink);
        }
    }

    private BodyReader open(int number) throws IOException {
        var opened = first;
        if (opened != null && number == 0) {
            first = null;
            return opened;
        }
        return bodies.reader(parts.get(number), buffer)
                .orElseThrow(() -> new CorruptBodyException("it is missing"));
    }

    /// Opens the first body ahead of its reading.
    ///
    /// @return whether it is there
    boolean hasFirst() throws IOException {
        if (parts.isEmpty()) {
            return true;
        }
        first = bodies.reader(parts.getFirst(), buffer).orElse(null);
        return first != null;
    }

    @Override
    public void close() throws IOException {
        bodies.give(buffer);
        try {
            if (first != null) {
                first.close();
            }
        } finally {
            parts.forEach(part -> bodies.release(part.id()));
        }
    }
}
