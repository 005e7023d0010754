package io.dure.engines.objects.bodies;

import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.ByteSink;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.ReadBuffers;
import io.dure.engines.objects.bodies.format.Unseal;
import io.dure.engines.objects.http.ByteRange;
import io.dure.engines.objects.keys.CustomerKey;
import io.dure.engines.objects.metadata.StoredBody;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an object that is made of several bodies, which nobody deletes while it is open.
public final class ObjectReader implements AutoCloseable {
    private final Bodies bodies;
    private final List<StoredBody> parts;
    private final Unseal unseal;
    private final ReadBuffers buffers;
    private @Nullable BodyReader first;

    ObjectReader(Bodies bodies, List<StoredBody> parts, Optional<CustomerKey> customer) {
        this.bodies = bodies;
        this.parts = parts;
        this.unseal = bodies.unseal(customer);
        this.buffers = bodies.readBuffers();
    }

    /// Passes the range's bytes on in order.
    ///
    /// @throws CorruptBodyException before any byte of a damaged chunk was passed on
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
        return bodies.reader(parts.get(number), unseal, buffers)
                .orElseThrow(() -> new CorruptBodyException("it is missing"));
    }

    /// Opens the first body ahead of its reading.
    ///
    /// @return whether it is there
    boolean hasFirst() throws IOException {
        if (parts.isEmpty()) {
            return true;
        }
        first = bodies.reader(parts.getFirst(), unseal, buffers).orElse(null);
        return first != null;
    }

    @Override
    public void close() throws IOException {
        buffers.close();
        try {
            if (first != null) {
                first.close();
            }
        } finally {
            parts.forEach(part -> bodies.release(part.id()));
        }
    }
}
