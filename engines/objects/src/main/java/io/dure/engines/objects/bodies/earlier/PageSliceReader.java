package io.dure.engines.objects.bodies.earlier;

import io.dure.engines.objects.bodies.format.BodyReader;
import io.dure.engines.objects.bodies.format.ByteSink;
import io.dure.engines.objects.bodies.format.Chunks;
import io.dure.engines.objects.bodies.format.CorruptBodyException;
import io.dure.engines.objects.bodies.format.StoredBytes;
import io.dure.engines.objects.bodies.place.PageSliceId;
import io.dure.engines.objects.http.ByteRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// Reads a slice of a segment as it was before slices described themselves: always whole, since one
/// checksum covers it.
public final class PageSliceReader implements BodyReader {
    private final StoredBytes stored;
    private final ByteBuffer slice;

    private PageSliceReader(StoredBytes stored, ByteBuffer slice) {
        this.stored = stored;
        this.slice = slice;
    }

    /// Takes the stored bytes over.
    ///
    /// @param size of the body as its row says
    /// @return empty if the slice was given back
    public static Optional<BodyReader> open(StoredBytes stored, PageSliceId id, long size)
            throws IOException {
        var opened = open(stored, id);
        if (opened.isPresent() && opened.get().slice.limit() != size) {
            stored.close();
            throw new CorruptBodyException("it has another size");
        }
        return opened.map(reader -> reader);
    }

    /// Takes the stored bytes over.
    ///
    /// @return empty if the slice was given back
    public static Optional<PageSliceReader> open(StoredBytes stored, PageSliceId id)
            throws IOException {
        try {
            var header = ByteBuffer.allocate(PageSliceFormat.HEADER_BYTES);
            stored.read(0, header);
            if (PageSliceFormat.isBlank(header.flip())) {
                stored.close();
                return Optional.empty();
            }
            var found =
                    PageSliceFormat.find(header)
                            .filter(known -> known.id().equals(id))
                            .orElseThrow(() -> new CorruptBodyException("its header is damaged"));
            var slice = ByteBuffer.allocate(found.size());
            stored.read(PageSliceFormat.HEADER_BYTES, slice);
            if (Chunks.sum(slice.flip()) != found.sum()) {
                throw new CorruptBodyException("its checksum differs");
            }
            return Optional.of(new PageSliceReader(stored, slice));
        } catch (IOException e) {
            stored.close();
            throw e;
        }
    }

    @Override
    public void read(ByteRange range, ByteSink sink) throws IOException {
        var start = (int) range.first();
        sink.accept(slice.duplicate().limit(start + (int) range.length()).position(start));
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
